//! Files in one ZIP archive that is written part by part, so that one of any length is never in
//! memory as a whole.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use zip::result::ZipError;
use zip::write::{SimpleFileOptions, StreamWriter, ZipWriter};

/// An archive that is being written. The same files give the same bytes: no entry has the time of
/// its making.
pub struct Archive {
    zip: ZipWriter<StreamWriter<Written>>,
    written: Written,
}

/// What was written and not taken yet.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Written {
    fn take(&self) -> Vec<u8> {
        let mut bytes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *bytes)
    }
}

impl Write for Written {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        let mut bytes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        bytes.extend_from_slice(part);
        Ok(part.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl std::fmt::Debug for Archive {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Archive").finish_non_exhaustive()
    }
}

impl Default for Archive {
    fn default() -> Self {
        let written = Written::default();
        Self {
            zip: ZipWriter::new_stream(written.clone()),
            written,
        }
    }
}

impl Archive {
    /// Begins a file; what was the file before ends.
    ///
    /// # Errors
    /// [`ZipError`] where the name cannot be one of a file.
    pub fn begin(&mut self, name: &str) -> Result<(), ZipError> {
        // Whoever writes a stream does not know how long a file becomes.
        let options = SimpleFileOptions::default().large_file(true);
        self.zip.start_file(name, options)
    }

    /// Adds to the file that was begun last; gives what can be sent on by now.
    ///
    /// # Errors
    /// [`io::Error`] where no file was begun.
    pub fn add(&mut self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        self.zip.write_all(bytes)?;
        Ok(self.written.take())
    }

    /// Ends the archive; gives the rest of it.
    ///
    /// # Errors
    /// [`ZipError`] never in practice: it is written to memory.
    pub fn finish(self) -> Result<Vec<u8>, ZipError> {
        let Self { zip, written } = self;
        zip.finish()?;
        Ok(written.take())
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};

    use super::*;

    fn made() -> Vec<u8> {
        let mut archive = Archive::default();
        let mut bytes = Vec::new();
        for (name, parts) in [("a.csv", vec!["a,b\r\n", "1,2\r\n"]), ("ä.txt", vec![""])] {
            archive.begin(name).unwrap();
            for part in parts {
                bytes.extend(archive.add(part.as_bytes()).unwrap());
            }
        }
        bytes.extend(archive.finish().unwrap());
        bytes
    }

    #[test]
    fn what_was_written_in_parts_is_read_whole() {
        let mut read = zip::ZipArchive::new(Cursor::new(made())).unwrap();
        let names: Vec<String> = read
            .file_names()
            .map(|name| name.unwrap().into_owned())
            .collect();
        assert_eq!(names, ["a.csv", "ä.txt"]);
        let mut text = String::new();
        let mut file = read.by_name("a.csv").unwrap();
        file.read_to_string(&mut text).unwrap();
        assert_eq!(text, "a,b\r\n1,2\r\n");
        assert_eq!(made(), made(), "the same bytes each time");
    }
}
