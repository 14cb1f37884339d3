//! Finding and using things as people and screen readers do: by role and accessible name.

use serde_json::{Value, json};
use thirtyfour::{TypingData, WebElement};

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

    /// Presses keys wherever the focus is: `Key::Control + "k"`.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Outcome {
        Ok(self
            .driver()
            .action_chain()
            .send_keys(keys)
            .perform()
            .await?)
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
