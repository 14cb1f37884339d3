//! The names of fields: `check_on` in the file, `checkOn` on the wire.

/// The name of a field on the wire: `check_on` becomes `checkOn`.
pub fn camel(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut upper = false;
    for c in name.chars() {
        if c == '_' {
            upper = true;
        } else if upper {
            out.extend(c.to_uppercase());
            upper = false;
        } else {
            out.push(c);
        }
    }
    out
}

/// The name of a field in the file: `checkOn` becomes `check_on`.
pub fn snake(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            out.push('_');
            out.push(c.to_ascii_lowercase());
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn field_names_go_both_ways() {
        for name in ["text", "check_on", "outcome_metric_id", ""] {
            assert_eq!(snake(&camel(name)), name);
        }
        assert_eq!(camel("achieve_by_on"), "achieveByOn");
    }
}
