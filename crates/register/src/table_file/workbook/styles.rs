//! Which styles of a workbook make a number a day.

use std::collections::HashMap;

use domain::table::Fault;
use quick_xml::events::Event;

use super::package::Package;
use super::xml::attribute;

/// Formats and styles of a workbook; Excel itself allows 64 000 styles.
const LISTED: usize = 100_000;

/// For each style of cells, in their order, whether its numbers are days.
pub(super) fn days(package: &mut Package<'_>, path: &str) -> Result<Vec<bool>, Fault> {
    let Some(mut part) = package.part(path)? else {
        return Ok(Vec::new());
    };
    let (mut formats, mut days) = (HashMap::new(), Vec::new());
    let (mut of_cells, mut buffer) = (false, Vec::new());
    loop {
        match part.next(&mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let code = attribute(&element, "formatCode")?.unwrap_or_default();
                    let id = attribute(&element, "numFmtId")?.unwrap_or_default();
                    formats.insert(id, is_day(&code));
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells => {
                    let id = attribute(&element, "numFmtId")?.unwrap_or_default();
                    let own = formats.get(&id).copied();
                    days.push(own.unwrap_or_else(|| is_day_by_number(&id)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => of_cells = false,
            Event::Eof => return Ok(days),
            _ => {}
        }
        if formats.len() > LISTED || days.len() > LISTED {
            return Err(Fault::TooLarge);
        }
    }
}

/// The formats of days that every workbook has without naming them (ISO/IEC 29500-1, 18.8.30).
fn is_day_by_number(id: &str) -> bool {
    matches!(id.parse(), Ok(14..=17 | 22 | 27..=31 | 36 | 50..=58_u32))
}

/// Whether a format writes a day or a year, outside of quoted text, colours and conditions.
fn is_day(code: &str) -> bool {
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    code.chars().any(|c| {
        if escaped {
            escaped = false;
            return false;
        }
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => escaped = true,
            '[' => bracketed = true,
            ']' => bracketed = false,
            'd' | 'D' | 'y' | 'Y' if !bracketed => return true,
            _ => {}
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_of_days_is_told_from_one_of_amounts() {
        for day in [
            "dd.mm.yyyy",
            "d\\.m\\.yyyy",
            "[$-40B]d. mmmm yyyy",
            "YYYY-MM-DD",
        ] {
            assert!(is_day(day), "{day}");
        }
        for other in [
            "#,##0.00 \"yd\"",
            "0.00",
            "[Red]-0",
            "General",
            "[h]:mm",
            "0\\d",
        ] {
            assert!(!is_day(other), "{other}");
        }
        assert!(is_day_by_number("14") && !is_day_by_number("4"));
    }
}
