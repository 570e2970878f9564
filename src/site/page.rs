//! Fills in `index.html`. What belongs to its places differs by edition: [`super::hosted`], [`super::single`].

use super::asset::Asset;

/// What is put into the page.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// `{{policy}}`: what browsers let the page do.
    pub(super) policy: String,
    /// `{{linked}}`: icon, manifest, and what else is said about the page.
    pub(super) linked: String,
    /// `{{style}}`: the style sheet.
    pub(super) style: String,
    /// `{{preload}}`: what browsers had better fetch at once.
    pub(super) preload: String,
    /// `{{app}}`: the script that starts the program.
    pub(super) app: String,
    /// `{{files}}`: what the script asks for by name.
    pub(super) files: String,
}

/// The page with each place filled in.
///
/// # Errors
/// A place that is missing, is there twice, or is unknown.
pub(super) fn fill(template: &str, places: &Places) -> Result<String, String> {
    let mut parts = Vec::new();
    let mut rest = template;
    let mut seen = Vec::new();
    while let Some((before, behind)) = rest.split_once("{{") {
        let (place, behind) = behind.split_once("}}").ok_or("a place in the page has no end")?;
        let value = match place {
            "policy" => &places.policy,
            "linked" => &places.linked,
            "style" => &places.style,
            "preload" => &places.preload,
            "app" => &places.app,
            "files" => &places.files,
            _ => return Err(format!("nothing belongs to the place {{{{{place}}}}}")),
        };
        seen.push(place);
        parts.extend([before, value]);
        // An edition that leaves a place empty leaves no empty line.
        let is_line = value.is_empty() && before.ends_with('\n');
        rest = behind.strip_prefix('\n').filter(|_| is_line).unwrap_or(behind);
    }
    parts.push(rest);
    for place in ["policy", "linked", "style", "preload", "app", "files"] {
        if seen.iter().filter(|other| **other == place).count() != 1 {
            return Err(format!("the page must have the place {{{{{place}}}}} exactly once"));
        }
    }
    Ok(parts.concat())
}

/// Fills in names of files: `{{icon.svg}}` becomes what it is called in the site.
///
/// # Errors
/// A place that no file belongs to.
pub(super) fn name(template: &str, assets: &[Asset]) -> Result<String, String> {
    let fill = |text: String, asset: &Asset| {
        text.replace(&format!("{{{{{}}}}}", asset.plain_name()), &asset.file_name())
    };
    let text = assets.iter().fold(template.to_owned(), fill);
    match text.find("{{") {
        Some(at) => Err(format!(
            "nothing belongs to the place {}",
            text.get(at..).unwrap_or_default().lines().next().unwrap_or_default()
        )),
        None => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "{{policy}}|{{linked}}|{{style}}|{{preload}}|{{app}}|{{files}}";

    fn places() -> Places {
        let [policy, linked, style, preload, app, files] =
            ["1", "2", "{{style}}", "", "5", "6"].map(str::to_owned);
        Places { policy, linked, style, preload, app, files }
    }

    #[test]
    fn each_place_gets_what_belongs_there_and_that_is_not_looked_through() {
        assert_eq!(fill(WHOLE, &places()).unwrap(), "1|2|{{style}}||5|6");
        assert_eq!(fill(&WHOLE.replace('|', "\n"), &places()).unwrap(), "1\n2\n{{style}}\n5\n6");
    }

    #[test]
    fn a_page_without_a_place_or_with_a_strange_one_is_refused() {
        let check = |template: &str, named: &str| {
            let fault = fill(template, &places()).unwrap_err();
            assert!(fault.contains(named), "{fault}");
        };
        check(&WHOLE.replace("{{app}}", ""), "{{app}}");
        check(&format!("{WHOLE}{{{{style}}}}"), "{{style}}");
        check(&format!("{WHOLE}{{{{what}}}}"), "{{what}}");
        check(&format!("{WHOLE}{{{{what"), "no end");
    }

    #[test]
    fn files_are_named_as_often_as_a_text_wants() {
        let icon = Asset::new("icon", "svg", b"icon".to_vec());
        let filled = name("{{icon.svg}} {{icon.svg}}", std::slice::from_ref(&icon)).unwrap();
        assert_eq!(filled, format!("{0} {0}", icon.file_name()));
        assert!(name("{{other.svg}}", &[icon]).unwrap_err().contains("{{other.svg}}"));
    }
}
