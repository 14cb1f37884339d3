//! Finding and using things as people and screen readers do: by role and accessible name.

use serde_json::{Value, json};
use thirtyfour::{Key, TypingData, WebElement};

use super::app::App;
use super::{Outcome, eventually};

/// The interface's own tests use the same library, so a name means the same in both.
const LIBRARY: &str = "node_modules/@testing-library/dom/dist/@testing-library/dom.umd.min.js";

const PRESENT: &str = "return typeof window.TestingLibraryDom === 'object'";
const QUERY: &str = "return window.TestingLibraryDom.queryAllByRole(
    document.body, arguments[0], { name: arguments[1] })";
const OVERVIEW: &str = "return Object.entries(window.TestingLibraryDom.getRoles(document.body))
    .map(([role, list]) => role + ': ' + list.map((element) =>
        (element.getAttribute('aria-label') || element.textContent || '').trim().slice(0, 60)).join(' | '))
    .join('\\n')";

const FOLLOW: &str = "const named = (role) => window.TestingLibraryDom.queryAllByRole(
        document.body, role, { name: (name) => name.startsWith(arguments[0]) });
    const found = [...named('link'), ...named('tab'), ...named('button')][0];
    found?.click();
    return Boolean(found)";

const WORDS: &str = "return document.body.innerText.replace(/\\s+/g, ' ')";
const FOCUSED: &str = "return document.activeElement === arguments[0]";

/// The label of a control, where the pointer reaches it: a row that stands fixed may lie over it.
const LABEL: &str = "const label = arguments[0].labels[0];
    label.scrollIntoView({ block: 'center' }); return label;";

/// Shift, Control, Alt and Meta, as WebDriver writes them.
const MODIFIERS: [char; 4] = ['\u{e008}', '\u{e009}', '\u{e00a}', '\u{e03d}'];

/// More than any screen has stops.
const TABS: usize = 200;

impl App {
    /// Follows the first link, tab or button whose name begins so.
    pub async fn follow(&self, name: &str) -> Outcome {
        eventually(&format!("a way to \"{name}\""), || async {
            self.bring(LIBRARY, PRESENT).await?;
            let answer = self.driver().execute(FOLLOW, vec![json!(name)]).await?;
            Ok((answer.json() == &Value::Bool(true)).then_some(()))
        })
        .await
    }

    /// The one thing with this role and accessible name; waits until it is there.
    pub async fn find(&self, role: &str, name: &str) -> Outcome<WebElement> {
        let what = format!("one {role} \"{name}\"");
        let found = eventually(&what, || async {
            let mut all = self.all(role, name).await?;
            Ok(if all.len() == 1 { all.pop() } else { None })
        });
        match found.await {
            Ok(element) => Ok(element),
            Err(error) => Err(format!("{error}\nthe page has:\n{}", self.overview().await).into()),
        }
    }

    /// All things with this role and accessible name, as they are now.
    pub async fn all(&self, role: &str, name: &str) -> Outcome<Vec<WebElement>> {
        self.bring(LIBRARY, PRESENT).await?;
        let answer = self
            .driver()
            .execute(QUERY, vec![json!(role), json!(name)])
            .await?;
        Ok(answer.elements()?)
    }

    /// Waits until a thing is there.
    pub async fn see(&self, role: &str, name: &str) -> Outcome {
        self.find(role, name).await.map(drop)
    }

    /// Waits until no such thing is there any more.
    pub async fn see_no(&self, role: &str, name: &str) -> Outcome {
        eventually(&format!("no {role} \"{name}\""), || async {
            Ok(self.all(role, name).await?.is_empty().then_some(()))
        })
        .await
    }

    /// Presses a thing with the pointer.
    pub async fn click(&self, role: &str, name: &str) -> Outcome {
        let element = self.find(role, name).await?;
        Ok(element.click().await?)
    }

    /// Presses keys wherever the focus is. Ctrl, Shift and Alt stay down until the end:
    /// `Key::Control + "k"`.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Outcome {
        let mut chain = self.driver().action_chain();
        let mut held = Vec::new();
        for key in keys.into().as_vec() {
            chain = chain.key_down(key);
            if MODIFIERS.contains(&key) {
                held.push(key);
            } else {
                chain = chain.key_up(key);
            }
        }
        for key in held.into_iter().rev() {
            chain = chain.key_up(key);
        }
        Ok(chain.perform().await?)
    }

    /// Presses Tab until a thing has the focus.
    pub async fn tab_to(&self, role: &str, name: &str) -> Outcome {
        let element = self.find(role, name).await?;
        for _ in 0..TABS {
            if self.has_focus(&element).await? {
                return Ok(());
            }
            self.press(Key::Tab).await?;
        }
        Err(format!("Tab never comes to the {role} \"{name}\"").into())
    }

    /// Waits until a thing has the focus.
    pub async fn see_focus(&self, role: &str, name: &str) -> Outcome {
        eventually(&format!("the focus on the {role} \"{name}\""), || async {
            let element = self.find(role, name).await?;
            Ok(self.has_focus(&element).await?.then_some(()))
        })
        .await
    }

    async fn has_focus(&self, element: &WebElement) -> Outcome<bool> {
        let answer = self
            .driver()
            .execute(FOCUSED, vec![element.to_json()?])
            .await?;
        Ok(answer.json() == &Value::Bool(true))
    }

    /// Chooses one of a few by its words, with the pointer.
    pub async fn choose(&self, name: &str) -> Outcome {
        let radio = self.find("radio", name).await?;
        let label = self.driver().execute(LABEL, vec![radio.to_json()?]).await?;
        Ok(label.element()?.click().await?)
    }

    /// Writes in a field that is still empty, by its prompt, or changes one by its name, and saves
    /// it with Ctrl Enter.
    pub async fn write(&self, button: &str, text: &str) -> Outcome {
        self.click("button", button).await?;
        self.press(Key::Control + "a").await?;
        self.press(text).await?;
        self.press(Key::Control + Key::Enter).await
    }

    /// Waits until these words stand on the page.
    pub async fn read(&self, words: &str) -> Outcome {
        let what = format!("the words \"{words}\"");
        let read = eventually(&what, || async {
            Ok(self.words().await?.contains(words).then_some(()))
        });
        match read.await {
            Ok(()) => Ok(()),
            Err(error) => Err(format!("{error}\nthe page says:\n{}", self.words().await?).into()),
        }
    }

    /// Waits until these words stand nowhere on the page.
    pub async fn read_no(&self, words: &str) -> Outcome {
        eventually(&format!("the words \"{words}\" to go"), || async {
            Ok((!self.words().await?.contains(words)).then_some(()))
        })
        .await
    }

    /// All words that stand on the page.
    pub async fn words(&self) -> Outcome<String> {
        match self.run(WORDS).await? {
            Value::String(words) => Ok(words),
            other => Err(other.to_string().into()),
        }
    }

    /// Puts a script of the interface's packages into the page, unless it is there.
    pub(super) async fn bring(&self, package: &str, present: &str) -> Outcome {
        if self.run(present).await? == Value::Bool(true) {
            return Ok(());
        }
        let path = kata_launcher::Project::here().ui().join(package);
        let script = std::fs::read_to_string(path)?;
        self.run(&script).await.map(drop)
    }

    async fn overview(&self) -> String {
        match self.run(OVERVIEW).await {
            Ok(Value::String(text)) => text,
            Ok(other) => other.to_string(),
            Err(error) => error.to_string(),
        }
    }
}
