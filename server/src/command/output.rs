//! Files that commands write.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use anyhow::Context;

/// Writes a file in one step: whoever reads it sees the old bytes or the new ones, and a write that
/// fails leaves what was there.
pub(super) fn write(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    replace(file, bytes).with_context(|| format!("{} cannot be written", file.display()))
}

fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::metadata(file) {
        // A pipe or a terminal, such as /dev/stdout, is written to and not replaced.
        Ok(there) if !there.is_file() => return fs::write(file, bytes),
        _ => {}
    }
    // A link stays one: what it leads to is replaced.
    let file = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let name = file.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut part = name.to_owned();
    part.push(format!(".{}.part", std::process::id()));
    let part = file.with_file_name(part);
    let written = File::create_new(&part)
        .and_then(|mut open| {
            open.write_all(bytes)?;
            open.sync_all()
        })
        .and_then(|()| fs::rename(&part, &file));
    if written.is_err() {
        // What could not be finished is of no use; that it cannot be removed says nothing new.
        let _ = fs::remove_file(&part);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ote.pdf");
        write(&file, b"ensin").unwrap();
        write(&file, b"sitten").unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"sitten");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_write_that_fails_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ote.pdf");
        write(&file, b"ensin").unwrap();
        // The name of the unfinished file is taken, so that it cannot be made.
        let part = format!("ote.pdf.{}.part", std::process::id());
        std::fs::create_dir(folder.path().join(&part)).unwrap();
        assert!(write(&file, b"sitten").is_err());
        assert_eq!(std::fs::read(&file).unwrap(), b"ensin");
        assert!(write(&folder.path().join("ei/ole.pdf"), b"x").is_err());
    }

    #[test]
    #[cfg(unix)]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a.pdf"), folder.path().join("b.pdf"));
        write(&file, b"ensin").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        write(&link, b"sitten").unwrap();
        assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(std::fs::read(&file).unwrap(), b"sitten");
    }
}
