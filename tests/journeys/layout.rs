//! The storyboard's room: at every size, theme and zoom all of it can be read and reached.
//!
//! What is compared are boxes, not pictures: these would be others with every version of a font.

use serde_json::json;

use super::beginnings::{self, Sample};
use crate::support::{Desk, Outcome, eventually};

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
            zoomed(&sample, f64::from(width), zoom).await?;
            mara.picture(&format!("layout-{theme}-{width}-{zoom}"))
                .await?;
            let faults = mara
                .driver()
                .execute(FAULTS, vec![json!(zoom == 1.0)])
                .await?;
            let faults: Vec<String> = serde_json::from_value(faults.json().clone())?;
            let place = format!("{width} by {height} at {} %", zoom * 100.0);
            found.extend(faults.into_iter().map(|fault| format!("{place}: {fault}")));
        }
        zoomed(&sample, f64::from(width), 1.0).await?;
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

async fn zoomed(sample: &Sample, width: f64, zoom: f64) -> Outcome {
    let mara = &sample.mara;
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

    const all = [...document.body.querySelectorAll('*')].filter(seen);
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
