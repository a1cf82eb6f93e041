//! `hankerekisteri deadline`: appeal periods of many lines, or one explained.

use std::io::{self, BufWriter, Read, Write};

use anyhow::{Context, anyhow, bail};
use calendar::{AppealPeriod, Offices, batch};
use csv::{ByteRecord, ReaderBuilder, Trim, WriterBuilder};

use crate::cli::DeadlineArguments;

/// Enough for both directions to move in few system calls.
const BUFFER: usize = 1 << 16;

pub(super) fn run(arguments: &DeadlineArguments) -> anyhow::Result<()> {
    match (
        arguments.explain,
        arguments.remedy,
        arguments.means,
        arguments.date,
    ) {
        (true, Some(remedy), Some(means), Some(date)) => {
            let lang = arguments.lang.into();
            let period = AppealPeriod::compute(remedy, means, date, &Offices::kajaani())
                .map_err(|why| anyhow!("{}", wording::period::not_computable(why, lang)))?;
            let mut out = io::stdout().lock();
            for step in wording::period::steps(&period, lang) {
                writeln!(out, "{step}")?;
            }
            Ok(())
        }
        _ => batch_lines(io::stdin().lock(), io::stdout().lock()),
    }
}

/// Answers line by line in constant memory.
fn batch_lines(input: impl Read, output: impl Write) -> anyhow::Result<()> {
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .trim(Trim::All)
        .buffer_capacity(BUFFER)
        .from_reader(input);
    let header = reader.byte_headers().context("standard input is not CSV")?;
    let expected = batch::INPUT_HEADER.map(str::as_bytes);
    let without_mark = header
        .get(0)
        .map(|first| first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first));
    if without_mark != Some(expected[0]) || !header.iter().skip(1).eq(expected.into_iter().skip(1))
    {
        bail!("the first line must be {}", batch::INPUT_HEADER.join(","));
    }
    let offices = Offices::kajaani();
    let mut writer = WriterBuilder::new()
        .buffer_capacity(BUFFER)
        .from_writer(BufWriter::new(output));
    writer.write_byte_record(&ByteRecord::from(&batch::OUTPUT_HEADER[..]))?;
    let mut record = ByteRecord::new();
    while reader.read_byte_record(&mut record)? {
        let field = |at| record.get(at).unwrap_or_default();
        let answer = batch::answer(field(1), field(2), field(3), &offices);
        writer.write_record(answer.fields(field(0)))?;
    }
    writer.flush()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::batch_lines;

    fn answered(input: &str) -> String {
        let mut output = Vec::new();
        batch_lines(input.as_bytes(), &mut output).unwrap();
        String::from_utf8(output).unwrap()
    }

    #[test]
    fn an_unusable_line_gives_its_reason_and_the_run_goes_on() {
        let output = answered(
            "id,remedy,means,event_date\n\
             1,rectification,published-minutes,2023-08-18\n\
             2,rectification,pigeon,2023-08-18\n\
             3,rectification,letter,2023-02-31\n\
             4,rectification\n\
             5,market-court,procurement-e-message,2026-12-10\n",
        );
        let lines: Vec<&str> = output.lines().collect();
        assert_eq!(
            lines[0],
            "id,knowledge_date,nominal_last_day,last_day,closes_at,error"
        );
        assert_eq!(lines[1], "1,2023-08-25,2023-09-08,2023-09-08,15:00,");
        assert!(lines[2].starts_with("2,,,,,unknown-means"));
        assert!(lines[3].starts_with("3,,,,,no-such-day"));
        assert!(lines[4].starts_with("4,,,,,unknown-means"));
        assert_eq!(lines[5], "5,2026-12-10,2026-12-24,2026-12-28,16:15,");
    }

    #[test]
    fn another_header_is_refused() {
        assert!(batch_lines(&b"id,date\n"[..], Vec::new()).is_err());
    }
}
