//! Prose outside the window: the window's own catalogue, for reports and for the terminal, and how
//! a language writes numbers and dates.

pub mod format;

pub use fluent_bundle::{FluentArgs, FluentValue};
use fluent_bundle::{FluentBundle, FluentResource};

pub use self::format::Format;

/// The parts of the window's catalogue that are said outside it too.
const ENGLISH: [&str; 7] = [
    include_str!("../../../../ui/src/i18n/en.ftl"),
    include_str!("../../../../ui/src/i18n/en-coaching.ftl"),
    include_str!("../../../../ui/src/i18n/en-due.ftl"),
    include_str!("../../../../ui/src/i18n/en-steps.ftl"),
    include_str!("../../../../ui/src/i18n/en-progress.ftl"),
    include_str!("../../../../ui/src/i18n/en-reports.ftl"),
    include_str!("../../../../ui/src/i18n/en-retrospective.ftl"),
];

/// The words of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    /// How numbers and dates are written.
    pub format: Format,
}

impl Words {
    /// English.
    pub fn english() -> Words {
        let mut bundle = FluentBundle::new(vec!["en".parse().unwrap_or_default()]);
        // The marks that protect mixed directions would end up in copied text and in scripts.
        bundle.set_use_isolating(false);
        let mut words = Words {
            bundle,
            format: Format::ENGLISH,
        };
        for text in ENGLISH {
            words.add(text);
        }
        words
    }

    /// Lays a catalogue over what is there: its sentences take the place of those of the same id.
    pub fn add(&mut self, catalogue: &str) {
        // A line that does not parse costs that line; a test holds that there is none.
        let resource =
            FluentResource::try_new(catalogue.to_owned()).unwrap_or_else(|(rest, _)| rest);
        self.bundle.add_resource_overriding(resource);
    }

    /// A sentence by its id; none where the catalogue has none.
    pub fn find(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let said = self
            .bundle
            .format_pattern(pattern, Some(args), &mut Vec::new());
        Some(said.into_owned())
    }

    /// A sentence by its id, or the id.
    pub fn say(&self, id: &str, args: &FluentArgs<'_>) -> String {
        self.find(id, args).unwrap_or_else(|| id.to_owned())
    }

    /// A sentence without variables.
    pub fn plain(&self, id: &str) -> String {
        self.say(id, &FluentArgs::new())
    }

    /// A sentence with its variables.
    pub fn with<const N: usize>(&self, id: &str, args: [(&str, FluentValue<'_>); N]) -> String {
        self.say(id, &args.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_catalogue_parses() {
        for text in ENGLISH {
            assert!(FluentResource::try_new(text.to_owned()).is_ok());
        }
    }

    #[test]
    fn a_later_catalogue_speaks_first() {
        let mut words = Words::english();
        words.add("app-name = Another\n");
        assert_eq!(words.plain("app-name"), "Another");
        assert_eq!(words.plain("never heard of"), "never heard of");
    }
}
