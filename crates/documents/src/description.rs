//! What the files of open data hold, column by column: made from the columns that make the files,
//! so that neither can differ from the other.

use domain::Lang;
use domain::view::open_data::{DescribedColumn, DescribedFile, OpenFile};
use wording::public::open_data::{OpenDataText, file_name};

use crate::table::{Cell, Column, Kind, Table, name_in_json};
use crate::{city_money, operations, projects, published};

/// Every file with its columns.
pub fn files(lang: Lang) -> Vec<DescribedFile> {
    let files = OpenFile::ALL.into_iter();
    files
        .map(|file| DescribedFile {
            file,
            columns: columns(file, lang)
                .iter()
                .map(|one| described(one, lang))
                .collect(),
        })
        .collect()
}

/// The columns of a file.
fn columns(file: OpenFile, lang: Lang) -> Vec<Column> {
    match file {
        OpenFile::Decisions => published::columns(lang),
        OpenFile::Projects => projects::columns(lang),
        OpenFile::Promises => city_money::columns(lang),
        OpenFile::Operations => operations::columns(lang),
    }
}

fn described(column: &Column, lang: Lang) -> DescribedColumn {
    let kind = match column.kind {
        Kind::Text => OpenDataText::KindText,
        Kind::Year => OpenDataText::KindYear,
        Kind::Money => OpenDataText::KindMoney,
        Kind::Day => OpenDataText::KindDay,
        Kind::Count => OpenDataText::KindCount,
    };
    DescribedColumn {
        code: column.code,
        in_json: name_in_json(column).into_owned(),
        label: column.label.clone(),
        kind: kind.text(lang),
        about: column.about.unwrap_or_default(),
    }
}

/// The same as a table, a row for each column.
pub fn table(lang: Lang) -> Table {
    let text = |code, label: OpenDataText| Column::new(code, label.text(lang), Kind::Text);
    let rows = files(lang).into_iter().flat_map(|described| {
        let of = described.file;
        let columns = described.columns.into_iter();
        columns.map(move |column| {
            vec![
                Cell::Text(of.code().to_owned()),
                Cell::Text(file_name(of, lang).to_owned()),
                Cell::Text(column.code.to_owned()),
                Cell::Text(column.in_json),
                Cell::Text(column.label),
                Cell::Text(column.kind.to_owned()),
                Cell::Text(column.about.to_owned()),
            ]
        })
    });
    Table {
        title: OpenDataText::Columns.text(lang).to_owned(),
        columns: vec![
            text("file", OpenDataText::File),
            text("file_name", OpenDataText::Label),
            text("column", OpenDataText::Code),
            text("name_in_json", OpenDataText::InJson),
            text("label", OpenDataText::Label),
            text("kind", OpenDataText::Kind),
            text("about", OpenDataText::About),
        ],
        rows: rows.collect(),
        total: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_open_data_is_described_in_every_language() {
        for lang in Lang::ALL {
            let files = files(lang);
            assert_eq!(files.len(), OpenFile::ALL.len());
            for DescribedFile { file, columns } in files {
                assert!(columns.len() >= 5, "{file:?}");
                for column in columns {
                    assert!(column.about.len() > 10, "{file:?} {}", column.code);
                }
            }
        }
    }

    #[test]
    fn the_table_has_a_row_for_each_column() {
        let columns: usize = files(Lang::Fi).iter().map(|file| file.columns.len()).sum();
        let table = table(Lang::Fi);
        assert_eq!(table.rows.len(), columns);
        assert!(
            table
                .rows
                .iter()
                .all(|row| row.len() == table.columns.len())
        );
    }
}
