//! The storyboard's room: at every size, theme and zoom all of it can be read and reached.
//!
//! What is compared are boxes, not pictures: these would be others with every version of a font.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::beginnings::{self, Sample};
use crate::support::{App, Desk, Outcome, eventually};

/// With the sample's six they are more than a storyboard has at hand.
const MORE_STEPS: usize = 40;
const SIZES: [(u32, u32); 3] = [(1280, 720), (1440, 900), (1920, 1080)];

pub async fn storyboard_in_light(desk: Desk) -> Outcome {
    storyboard(desk, "light").await
}

pub async fn storyboard_in_dark(desk: Desk) -> Outcome {
    storyboard(desk, "dark").await
}

async fn storyboard(desk: Desk, theme: &str) -> Outcome {
    let sample = beginnings::sample(&desk, SIZES[0]).await?;
    let mara = &sample.mara;
    mara.call("prefs_edit", json!({ "theme": theme })).await?;
    mara.reload().await?;
    mara.see("link", "Step 6: open").await?;
    let scheme = "return getComputedStyle(document.documentElement).colorScheme";
    assert_eq!(mara.run(scheme).await?, theme);
    let mut found = Vec::new();
    for (width, height) in SIZES {
        mara.resize(width, height).await?;
        for zoom in [1.0, 2.0] {
            zoomed(mara, f64::from(width), zoom).await?;
            mara.picture(&format!("layout-{theme}-{width}-{zoom}"))
                .await?;
            let place = format!("{width} by {height} at {} %", zoom * 100.0);
            found.extend(faults(mara, &place, zoom == 1.0).await?);
        }
        zoomed(mara, f64::from(width), 1.0).await?;
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// Of more steps than any screen shows, the record draws what has room, the list draws a page, and
/// both say how many there are.
pub async fn many_steps_fold_into_what_has_room(desk: Desk) -> Outcome {
    let sample = beginnings::sample(&desk, SIZES[0]).await?;
    let mara = &sample.mara;
    let target = sample.board().await?["targetCondition"]["id"].take();
    let plan = json!({ "focusProcessId": sample.process, "fields": {
        "targetConditionId": target, "step": "Print the code on the card" } });
    for _ in 0..MORE_STEPS {
        mara.call("experiment_create", plan.clone()).await?;
    }
    mara.reload().await?;
    for (width, height) in SIZES {
        mara.resize(width, height).await?;
        eventually("a record without anything cut off", || async {
            let told: [i64; 3] = serde_json::from_value(mara.run(RECORD).await?)?;
            let [over, drawn, spare] = told;
            Ok((over <= 1 && drawn >= 2 && spare < 0).then_some(()))
        })
        .await?;
    }
    mara.run("document.querySelector('.record .folded button').click()")
        .await?;
    mara.click("link", "22 earlier steps in the list of all steps")
        .await?;
    mara.read("1 to 20 of 46").await?;
    mara.click("button", "Older").await?;
    mara.read("21 to 40 of 46").await?;
    mara.see_focus("button", "Older").await?;
    mara.click("button", "Older").await?;
    mara.read("41 to 46 of 46").await?;
    mara.see("link", "Open step 1").await
}

async fn faults(app: &App, place: &str, on_one_screen: bool) -> Outcome<Vec<String>> {
    let answer = app
        .driver()
        .execute(FAULTS, vec![json!(on_one_screen)])
        .await?;
    let faults: Vec<String> = serde_json::from_value(answer.json().clone())?;
    Ok(faults
        .into_iter()
        .map(|fault| format!("{place}: {fault}"))
        .collect())
}

/// Every screen in a language that does not exist: each sentence is four tenths longer, with marks
/// above and below the letters.
pub async fn longer_words_on_every_screen(desk: Desk) -> Outcome {
    let sample = beginnings::sample(&desk, SIZES[0]).await?;
    let mara = &sample.mara;
    let mut found = Vec::new();
    for (screen, route) in screens(&sample).await? {
        mara.go(&route).await?;
        mara.picture(&format!("longer-{screen}-before")).await?;
        // What is laid out by measuring is measured again at the next size.
        mara.run(LONGER).await?;
        for (width, height) in SIZES {
            mara.resize(width, height).await?;
            mara.run(LONGER).await?;
            mara.picture(&format!("longer-{screen}-{width}")).await?;
            found.extend(faults(mara, &format!("{screen}, {width} by {height}"), false).await?);
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// The dialogs that numbers are written in, with longer words, at the smallest size and at twice
/// the zoom.
pub async fn longer_words_where_numbers_are_written(desk: Desk) -> Outcome {
    let sample = beginnings::sample(&desk, SIZES[0]).await?;
    let mara = &sample.mara;
    mara.follow("Platform On-call").await?;
    mara.see("region", "Storyboard of Platform On-call").await?;
    let mut found = Vec::new();
    for (action, dialog) in DIALOGS {
        for zoom in [1.0, 2.0] {
            zoomed(mara, 1280.0, zoom).await?;
            mara.press(Key::Control + "k").await?;
            mara.press(action).await?;
            mara.press(Key::Enter).await?;
            mara.see("dialog", dialog).await?;
            mara.run(LONGER).await?;
            let place = format!("{dialog} at {} %", zoom * 100.0);
            mara.picture(&format!("longer-dialog-{dialog}-{zoom}"))
                .await?;
            found.extend(faults(mara, &place, false).await?);
            mara.press(Key::Escape).await?;
            mara.reload().await?;
            mara.see("region", "Storyboard of Platform On-call").await?;
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// Words that the palette finds an action by, and the dialog that it opens.
const DIALOGS: [(&str, &str); 4] = [
    ("Write down a number of", "Write down a number"),
    ("Import numbers", "Import numbers"),
    ("Toil ledger", "Toil ledger"),
    ("Error budget", "Error budget"),
];

/// Words without a place to break, wherever people write.
pub async fn long_words_of_people(desk: Desk) -> Outcome {
    let sample = beginnings::sample(&desk, SIZES[0]).await?;
    let mara = &sample.mara;
    for request in long_words(&sample).await? {
        let (command, request) = request;
        mara.call(command, request).await?;
    }
    let mut found = Vec::new();
    for (screen, route) in screens(&sample).await? {
        mara.go(&route).await?;
        for (width, height) in SIZES {
            mara.resize(width, height).await?;
            mara.picture(&format!("long-words-{screen}-{width}"))
                .await?;
            found.extend(faults(mara, &format!("{screen}, {width} by {height}"), false).await?);
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// The main screens of the sample's first team.
async fn screens(sample: &Sample) -> Outcome<Vec<(&'static str, String)>> {
    let board = sample.board().await?;
    let team = text(&board["team"]["id"])?;
    let process = text(&board["focusProcess"]["id"])?;
    let steps = format!("#/team/{team}/experiments/{process}");
    let request = json!({ "focusProcessId": process });
    let list = sample
        .mara
        .ask(&sample.board, "experiments_get", request)
        .await?;
    let step = text(&list["steps"][0]["experiment"]["id"])?;
    let (team_of_it, held) = held(sample).await?;
    Ok(vec![
        (
            "retrospectives",
            format!("#/team/{team_of_it}/retrospectives"),
        ),
        ("retrospective", format!("#/retrospective/{held}")),
        ("teams", "#/teams".to_owned()),
        ("storyboard", format!("#/team/{team}/storyboard/{process}")),
        ("progress", format!("#/team/{team}/progress/{process}")),
        ("step", format!("{steps}/{step}")),
        ("steps", steps),
        ("settings", "#/settings".to_owned()),
        ("history", "#/history".to_owned()),
    ])
}

/// The team of the sample that has held a retrospective, and the session.
async fn held(sample: &Sample) -> Outcome<(String, String)> {
    let ask = |name, request| sample.mara.ask(&sample.board, name, request);
    let teams = ask("teams_get", json!({})).await?;
    let all = teams["teams"].as_array().into_iter().flatten();
    let team = all
        .map(|row| &row["team"])
        .find(|team| team["name"] == "Platform On-call");
    let team = text(&team.ok_or("the sample has its team")?["id"])?;
    let list = ask("retrospectives_get", json!({ "teamId": team })).await?;
    let session = text(&list["past"][0]["retrospective"]["id"])?;
    Ok((team.to_owned(), session.to_owned()))
}

/// What fills the texts of the sample's first team with words of eighty letters.
async fn long_words(sample: &Sample) -> Outcome<Vec<(&'static str, Value)>> {
    let word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    let board = sample.board().await?;
    let mut edits = vec![
        ("team_edit", &board["team"]["id"], json!({ "name": word })),
        (
            "challenge_edit",
            &board["challenge"]["id"],
            json!({ "statement": word, "why": word }),
        ),
        (
            "focus_process_edit",
            &board["focusProcess"]["id"],
            json!({ "name": word }),
        ),
    ];
    for obstacle in board["obstacles"].as_array().into_iter().flatten() {
        let id = &obstacle["obstacle"]["id"];
        edits.push(("obstacle_edit", id, json!({ "text": word })));
    }
    for metric in board["metrics"].as_array().into_iter().flatten() {
        let id = &metric["metric"]["id"];
        edits.push(("metric_edit", id, json!({ "name": word, "unit": word })));
    }
    for line in board["members"].as_array().into_iter().flatten() {
        let id = &line["membership"]["personId"];
        edits.push(("person_edit", id, json!({ "name": word })));
    }
    let edits = edits.into_iter().filter(|(_, id, _)| id.is_string());
    Ok(edits
        .map(|(command, id, fields)| (command, json!({ "id": id, "fields": fields })))
        .collect())
}

fn text(value: &Value) -> Outcome<&str> {
    Ok(value.as_str().ok_or("the sample has it")?)
}

/// Saving the field that was left moves what stands below it; the press was aimed before that.
pub async fn a_press_meets_what_it_was_aimed_at(desk: Desk) -> Outcome {
    let begun = beginnings::checkout(&desk).await?;
    let mara = &begun.mara;
    mara.press("n").await?;
    mara.see_focus("textbox", "Step, one change").await?;
    mara.press("Show each seller the figures of the day before, on the first page and in the order in which they ask for them. ").await?;
    mara.press("Then ask two of them what they still look for, and write down every word. ")
        .await?;
    let next = mara.find("button", "Which number?").await?;
    let press = mara.driver().action_chain().move_to_element_center(&next);
    press.click_and_hold().perform().await?;
    // The text stands in the file, and the pointer is still down.
    eventually("the step in the file", || async {
        let steps = begun.storyboard().await?["steps"].to_string();
        Ok(steps.contains("every word").then_some(()))
    })
    .await?;
    mara.driver().action_chain().release().perform().await?;
    mara.see_focus("textbox", "You expect").await?;
    mara.see_no("textbox", "Step, one change").await
}

async fn zoomed(mara: &App, width: f64, zoom: f64) -> Outcome {
    mara.call("window_set_zoom", json!({ "factor": zoom }))
        .await?;
    eventually(&format!("a page at {zoom} times its size"), || async {
        let inner = mara.run("return innerWidth").await?;
        let close = inner
            .as_f64()
            .is_some_and(|inner| (inner - width / zoom).abs() <= 1.0);
        Ok(close.then_some(()))
    })
    .await
}

/// Makes each text of the page longer, once, as another language would.
const LONGER: &str = "const marks = { a: 'á', e: 'é', i: 'ï', o: 'ö', u: 'û', A: 'Å', E: 'Ê', N: 'Ñ', c: 'ç', y: 'ÿ', g: 'ğ' };
    const longer = (text) => {
        const words = text.replace(/[aeiouAENcyg]/g, (letter) => marks[letter]);
        const more = Math.ceil(text.trim().length * 0.4);
        return /\\p{L}{3}/u.test(text) && !/[áéïöû]/.test(text) ? words.trimEnd() + ' ' + 'ẽxtŕa '.repeat(more).slice(0, more).trim() : text;
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) texts.currentNode.data = longer(texts.currentNode.data);
    for (const field of document.querySelectorAll('[placeholder]')) field.placeholder = longer(field.placeholder)";

/// What is wrong with the page as it stands; it may scroll up and down unless told otherwise.
const FAULTS: &str = "const [onOneScreen] = arguments;
    const faults = [];
    const named = (element) => `${element.tagName.toLowerCase()}.${element.className} `
        + `\"${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60)}\"`;
    const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        && !element.closest('.sr-only, svg');
    const hides = (overflow) => overflow !== 'visible';
    // What is left of an element's box inside all that cuts it off.
    const visible = (element) => {
        const box = element.getBoundingClientRect();
        let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
        for (let outer = element.parentElement; outer; outer = outer.parentElement) {
            const style = getComputedStyle(outer);
            const cut = outer.getBoundingClientRect();
            if (hides(style.overflowX)) [left, right] = [Math.max(left, cut.left), Math.min(right, cut.right)];
            if (hides(style.overflowY)) [top, bottom] = [Math.max(top, cut.top), Math.min(bottom, cut.bottom)];
        }
        return { left, top, right, bottom };
    };
    const page = document.scrollingElement;
    if (page.scrollWidth > page.clientWidth) faults.push('the page scrolls sideways');
    if (onOneScreen && page.scrollHeight > page.clientHeight) faults.push('the page scrolls');
    const region = document.querySelector('[role=region][aria-label^=Storyboard]');
    for (let outer = region; onOneScreen && outer && outer !== page; outer = outer.parentElement)
        if (outer.scrollHeight > outer.clientHeight + 1) faults.push(`${named(outer)} overflows`);

    // Under a dialog nothing can be used.
    const top = document.querySelector('dialog[open]') ?? document.body;
    const all = [...top.querySelectorAll('*')].filter(seen);
    for (const element of all) {
        const style = getComputedStyle(element);
        const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
        if (!words) continue;
        const told = element.closest('[title]') || style.textOverflow === 'ellipsis';
        if (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1 && !told)
            faults.push(`cut off: ${named(element)}`);
        const { left, right } = element.getBoundingClientRect();
        if (left < -1 || right > innerWidth + 1) faults.push(`outside the window: ${named(element)}`);
    }
    for (const text of top.querySelectorAll('svg text')) {
        const [box, picture] = [text.getBoundingClientRect(), text.closest('svg').getBoundingClientRect()];
        if (box.left < picture.left - 1 || box.right > picture.right + 1) faults.push(`outside its picture: ${named(text)}`);
    }
    // What folds does so by whole lines; nothing ends in the middle of its letters.
    for (const element of all) {
        const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
        if (words.length === 0 || element.closest('[title]')) continue;
        const range = document.createRange();
        const lines = words.flatMap((word) => (range.selectNodeContents(word), [...range.getClientRects()]));
        for (let outer = element; outer; outer = outer.parentElement) {
            const style = getComputedStyle(outer);
            if (style.position === 'fixed' || style.textOverflow === 'ellipsis') break;
            if (!hides(style.overflow)) continue;
            const scrolls = /auto|scroll/.test(style.overflowY);
            const cut = outer.getBoundingClientRect();
            const through = ({ top, bottom }) => top < cut.bottom - 3 && bottom > cut.bottom + 4;
            const beside = ({ left, right, top }) => top < cut.bottom - 3 && (left < cut.left - 2 || right > cut.right + 2);
            if (lines.some((line) => (!scrolls && through(line)) || beside(line))) {
                faults.push(`a line is cut: ${named(element)}`);
                break;
            }
            if (scrolls) break;
        }
    }
    const used = all.filter((element) => element.matches('a[href], button, input, select, textarea, summary'))
        .map((element) => ({ element, box: visible(element) }))
        .filter(({ box }) => box.right - box.left > 1 && box.bottom - box.top > 1);
    for (const { element, box } of used)
        if (box.left < -1 || box.right > innerWidth + 1 || (onOneScreen && (box.top < -1 || box.bottom > innerHeight + 1)))
            faults.push(`outside the window: ${named(element)}`);
    used.forEach((one, at) => used.slice(at + 1).forEach((other) => {
        if (one.element.contains(other.element) || other.element.contains(one.element)) return;
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (wide > 1 && high > 1) faults.push(`${named(one.element)} lies on ${named(other.element)}: ${Math.round(wide)} by ${Math.round(high)} px`);
    }));
    if (used.length === 0) faults.push('nothing can be used');
    return faults";
/// By how much the record's rows are higher than their box, how many steps are drawn, and whether
/// another one would have had room, by the height of the lowest.
const RECORD: &str = "const rows = document.querySelector('.record .rows');
    const steps = [...rows.querySelectorAll(':scope > [data-step]')];
    // They fill the box, however many there are.
    steps.forEach((step) => (step.style.flex = 'none'));
    const used = [...rows.children].reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
    const lowest = Math.min(...steps.map((step) => step.getBoundingClientRect().height));
    steps.forEach((step) => step.style.removeProperty('flex'));
    return [rows.scrollHeight - rows.clientHeight, steps.length, Math.round(rows.clientHeight - used - lowest)]";
