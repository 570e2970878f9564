//! Whether a value fits a JSON Schema: the keywords our schema uses. Any other one is a failure, so that none is passed over.
//! That the schema is one, and means the same to others, `tests/browser/files.test.mjs` lets Ajv say.

use serde_json::Value;

/// Where the value does not fit; `None` when it does.
pub(crate) fn misfit(root: &Value, schema: &Value, value: &Value, at: &str) -> Option<String> {
    let schema = schema.as_object().unwrap_or_else(|| panic!("no schema: {schema}"));
    let fits = |schema: &Value| misfit(root, schema, value, at).is_none();
    let length = |list: Option<usize>, limit: &Value, fits: fn(u64, u64) -> bool| {
        list.is_none_or(|length| fits(length as u64, limit.as_u64().unwrap()))
    };
    for (keyword, wanted) in schema {
        let holds = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "then" | "else" => true,
            "$ref" => {
                let target = root.pointer(wanted.as_str().unwrap().strip_prefix('#').unwrap()).unwrap();
                if let Some(found) = misfit(root, target, value, at) {
                    return Some(found);
                }
                true
            }
            "if" => {
                let branch = if fits(wanted) { "then" } else { "else" };
                if let Some(found) = misfit(root, &schema[branch], value, at) {
                    return Some(found);
                }
                true
            }
            "type" => match wanted.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "integer" => value.is_i64() || value.is_u64(),
                "null" => value.is_null(),
                other => panic!("type {other}"),
            },
            "const" => value == wanted,
            "enum" => wanted.as_array().unwrap().contains(value),
            "anyOf" => wanted.as_array().unwrap().iter().any(fits),
            "required" => value.as_object().is_none_or(|parts| {
                wanted.as_array().unwrap().iter().all(|name| parts.contains_key(name.as_str().unwrap()))
            }),
            "properties" | "additionalProperties" => {
                let known = schema.get("properties").and_then(Value::as_object);
                for (name, part) in value.as_object().into_iter().flatten() {
                    let of = known.and_then(|known| known.get(name));
                    let rule =
                        if keyword == "properties" { of } else { Some(wanted).filter(|_| of.is_none()) };
                    let at = format!("{at}/{name}");
                    match rule {
                        None => {}
                        Some(Value::Bool(allowed)) if *allowed => {}
                        Some(Value::Bool(_)) => return Some(at),
                        Some(rule) => {
                            if let Some(found) = misfit(root, rule, part, &at) {
                                return Some(found);
                            }
                        }
                    }
                }
                true
            }
            "items" => {
                let mut items = value.as_array().into_iter().flatten().enumerate();
                let found = items.find_map(|(nr, item)| misfit(root, wanted, item, &format!("{at}/{nr}")));
                if found.is_some() {
                    return found;
                }
                true
            }
            "uniqueItems" => value
                .as_array()
                .is_none_or(|list| list.iter().enumerate().all(|(nr, item)| !list[..nr].contains(item))),
            "minItems" => length(value.as_array().map(Vec::len), wanted, |it, limit| it >= limit),
            "minProperties" => {
                length(value.as_object().map(serde_json::Map::len), wanted, |it, limit| it >= limit)
            }
            "minLength" => {
                length(value.as_str().map(|text| text.chars().count()), wanted, |it, limit| it >= limit)
            }
            "minimum" => value.as_i64().is_none_or(|number| number >= wanted.as_i64().unwrap()),
            "maximum" => value.as_i64().is_none_or(|number| number <= wanted.as_i64().unwrap()),
            "pattern" => value.as_str().is_none_or(|text| is_like(wanted.as_str().unwrap(), text)),
            other => panic!("keyword {other}"),
        };
        if !holds {
            return Some(format!("{at} ({keyword})"));
        }
    }
    None
}

/// Whether a text is like one of the patterns of our schemas.
fn is_like(pattern: &str, text: &str) -> bool {
    match pattern {
        "^[A-Za-z0-9_-]{1,40}$" => {
            let sane = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
            (1..=40).contains(&text.len()) && text.chars().all(sane)
        }
        "^[0-9a-f]{8}$" => {
            text.len() == 8 && text.chars().all(|digit| matches!(digit, '0'..='9' | 'a'..='f'))
        }
        _ => {
            // One or two classes of letters, again and again.
            let one = pattern.strip_prefix("^(|NA|DK|").and_then(|rest| rest.split_once("( ")).unwrap().0;
            assert_eq!(pattern, format!("^(|NA|DK|{one}( {one})*)$"));
            let classes: Vec<&str> = one.trim_matches(['[', ']']).split("][").collect();
            let fits = |part: &str| {
                part.len() == classes.len()
                    && part.chars().zip(&classes).all(|(letter, class)| class.contains(letter))
            };
            ["", "NA", "DK"].contains(&text) || text.split(' ').all(fits)
        }
    }
}
