//! A table as XLSX: one sheet whose cells are typed, so that a spreadsheet can go on with them.

use domain::Money;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{Cell, Kind, NotMade, Table, decimal};

/// Signs that the name of a sheet has room for.
const SHEET_NAME: usize = 31;
/// Signs that a cell has room for.
const CELL: usize = 32_767;
/// The widest column, in signs.
const WIDEST: usize = 60;
/// The largest whole number whose neighbours a spreadsheet tells apart (2 to the power of 53).
const EXACT: u64 = 1 << 53;
/// The first year of the calendar of spreadsheets.
const FIRST_YEAR: i32 = 1900;

/// The table as XLSX, with its names and its row of sums; the header stays in sight.
///
/// The file says that it was made on the first day that spreadsheets know: when it was made is not
/// the table's, and the same table is the same bytes.
///
/// # Errors
/// [`NotMade::Xlsx`] where the table has more rows than a sheet.
pub fn xlsx(table: &Table) -> Result<Vec<u8>, NotMade> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(1900, 1, 1)?;
    let properties = DocProperties::new().set_title(&table.title);
    workbook.set_properties(&properties.set_creation_datetime(&made));
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(&table.title))?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?.set_freeze_panes(1, 0)?;

    let head = Format::new()
        .set_bold()
        .set_border_bottom(FormatBorder::Thin);
    for (at, column) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(0, at, fitting(&column.label), &head)?;
        sheet.set_column_width(at, width(table, usize::from(at)))?;
    }
    let looks = looks(table, &Format::new());
    let mut row = 0;
    for cells in &table.rows {
        row += 1;
        write_row(sheet, row, &looks, cells)?;
    }
    if let Some(total) = &table.total {
        let sums = Format::new().set_bold().set_border_top(FormatBorder::Thin);
        write_row(sheet, row + 1, &self::looks(table, &sums), total)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// How the cells of each column look in rows that look so.
fn looks(table: &Table, row: &Format) -> Vec<Format> {
    let columns = table.columns.iter();
    columns
        .map(|column| row.clone().set_num_format(number_format(column.kind)))
        .collect()
}

fn write_row(
    sheet: &mut Worksheet,
    row: u32,
    looks: &[Format],
    cells: &[Cell],
) -> Result<(), XlsxError> {
    for (at, (look, cell)) in (0..).zip(looks.iter().zip(cells)) {
        match cell {
            Cell::Empty => sheet.write_blank(row, at, look)?,
            // Written as a string, it is never taken for a formula.
            Cell::Text(text) => sheet.write_string_with_format(row, at, fitting(text), look)?,
            Cell::Year(year) => sheet.write_number_with_format(row, at, *year, look)?,
            Cell::Money(amount) => match number(*amount) {
                Some(euros) => sheet.write_number_with_format(row, at, euros, look)?,
                None => sheet.write_string_with_format(row, at, decimal(*amount, '.'), look)?,
            },
            Cell::Day(day) => match date(*day) {
                Some(day) => sheet.write_datetime_with_format(row, at, &day?, look)?,
                None => sheet.write_string_with_format(row, at, day.to_string(), look)?,
            },
            Cell::Count(count) => match u32::try_from(*count) {
                Ok(count) => sheet.write_number_with_format(row, at, count, look)?,
                Err(_) => sheet.write_string_with_format(row, at, count.to_string(), look)?,
            },
        };
    }
    Ok(())
}

const fn number_format(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "@",
        Kind::Year | Kind::Count => "0",
        Kind::Money => "#,##0.00",
        Kind::Day => "d.m.yyyy",
    }
}

/// The number nearest to an amount, which a spreadsheet shows to the cent; `None` of one so large
/// that two amounts would be the same number.
fn number(amount: Money) -> Option<f64> {
    let is_exact = amount.cents().unsigned_abs() <= EXACT;
    is_exact
        .then(|| decimal(amount, '.').parse().ok())
        .flatten()
}

/// A day in the calendar of spreadsheets; `None` of one before it.
fn date(day: time::Date) -> Option<Result<ExcelDateTime, XlsxError>> {
    let year = u16::try_from(day.year()).ok()?;
    let of_calendar = day.year() >= FIRST_YEAR && year <= 9999;
    of_calendar.then(|| ExcelDateTime::from_ymd(year, day.month().into(), day.day()))
}

/// A text as far as a cell has room for it.
fn fitting(text: &str) -> String {
    text.chars().take(CELL).collect()
}

/// The name of a sheet: a title without the signs that none may have.
fn sheet_name(title: &str) -> String {
    let allowed = |sign: &char| !"[]:*?/\\'".contains(*sign);
    let name: String = title.chars().filter(allowed).take(SHEET_NAME).collect();
    if name.trim().is_empty() {
        "1".to_owned()
    } else {
        name
    }
}

/// Wide enough for what stands in a column, as far as a page has room.
fn width(table: &Table, at: usize) -> f64 {
    let signs = |cell: &Cell| match cell {
        Cell::Empty => 0,
        Cell::Text(text) => text.chars().count(),
        Cell::Year(_) => 4,
        Cell::Day(_) => 10,
        Cell::Money(amount) => decimal(*amount, '.').len() + 4,
        Cell::Count(count) => count.to_string().len(),
    };
    let of_label = table
        .columns
        .get(at)
        .map(|column| column.label.chars().count());
    let rows = table.rows.iter().chain(&table.total);
    let widest = rows.filter_map(|row| row.get(at)).map(signs).max();
    let widest = widest.max(of_label).unwrap_or_default().min(WIDEST);
    f64::from(u8::try_from(widest + 2).unwrap_or(u8::MAX))
}
