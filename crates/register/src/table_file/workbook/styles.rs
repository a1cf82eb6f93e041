//! Which styles of a workbook make a number a day or a percentage.

use std::collections::HashMap;

use domain::table::Fault;
use quick_xml::events::Event;

use super::package::Package;
use super::xml::attribute;

/// Formats and styles of a workbook; Excel itself allows 64 000 styles.
const LISTED: usize = 100_000;

/// What a style makes of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum NumberStyle {
    /// It is the number.
    #[default]
    Plain,
    /// It counts days.
    Day,
    /// It is shown as a hundred times as many percent: `0.8` as `80 %`.
    Percent,
}

/// For each style of cells, in their order, what its numbers are.
pub(super) fn number_styles(
    package: &mut Package<'_>,
    path: &str,
) -> Result<Vec<NumberStyle>, Fault> {
    let Some(mut part) = package.part(path)? else {
        return Ok(Vec::new());
    };
    let (mut formats, mut styles) = (HashMap::new(), Vec::new());
    let (mut of_cells, mut buffer) = (false, Vec::new());
    loop {
        match part.next(&mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let code = attribute(&element, "formatCode")?.unwrap_or_default();
                    let id = attribute(&element, "numFmtId")?.unwrap_or_default();
                    formats.insert(id, of_code(&code));
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells => {
                    let id = attribute(&element, "numFmtId")?.unwrap_or_default();
                    let own = formats.get(&id).copied();
                    styles.push(own.unwrap_or_else(|| of_number(&id)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => of_cells = false,
            Event::Eof => return Ok(styles),
            _ => {}
        }
        if formats.len() > LISTED || styles.len() > LISTED {
            return Err(Fault::TooLarge);
        }
    }
}

/// The formats of days and percentages that every workbook has without naming them (ISO/IEC 29500-1,
/// 18.8.30).
fn of_number(id: &str) -> NumberStyle {
    match id.parse() {
        Ok(14..=17 | 22 | 27..=31 | 36 | 50..=58_u32) => NumberStyle::Day,
        Ok(9 | 10) => NumberStyle::Percent,
        _ => NumberStyle::Plain,
    }
}

/// Whether a format writes a day or a year, or a percentage, outside of quoted text, colours and
/// conditions.
fn of_code(code: &str) -> NumberStyle {
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    let style = code.chars().find_map(|c| {
        if escaped {
            escaped = false;
            return None;
        }
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => escaped = true,
            '[' => bracketed = true,
            ']' => bracketed = false,
            'd' | 'D' | 'y' | 'Y' if !bracketed => return Some(NumberStyle::Day),
            '%' if !bracketed => return Some(NumberStyle::Percent),
            _ => {}
        }
        None
    });
    style.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_days_and_percentages_are_told_from_those_of_amounts() {
        for day in [
            "dd.mm.yyyy",
            "d\\.m\\.yyyy",
            "[$-40B]d. mmmm yyyy",
            "YYYY-MM-DD",
        ] {
            assert_eq!(of_code(day), NumberStyle::Day, "{day}");
        }
        for other in [
            "#,##0.00 \"yd %\"",
            "0.00",
            "[Red]-0",
            "General",
            "[h]:mm",
            "0\\d",
        ] {
            assert_eq!(of_code(other), NumberStyle::Plain, "{other}");
        }
        for percent in ["0%", "0.00 %", "[Red]0.0%"] {
            assert_eq!(of_code(percent), NumberStyle::Percent, "{percent}");
        }
        let of_numbers = ["4", "9", "14"].map(of_number);
        assert_eq!(
            of_numbers,
            [NumberStyle::Plain, NumberStyle::Percent, NumberStyle::Day]
        );
    }
}
