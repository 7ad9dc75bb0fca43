//! What stands beside the postings in the folder of an index, as bytes: to read the same
//! as text took most of the time in which an index is opened.

use std::fs;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::Error;

/// Writes a value into a file.
///
/// # Errors
///
/// A file that cannot be written.
pub(super) fn write<T: Serialize + ?Sized>(value: &T, path: &Path) -> Result<(), Error> {
    let bytes = postcard::to_stdvec(value).map_err(|error| unlike(path, &error))?;
    fs::write(path, bytes).map_err(Error::writing(path))
}

/// Reads the value of a file.
///
/// # Errors
///
/// A file that is missing or not what [`write`] wrote.
pub(super) fn read<T: DeserializeOwned>(path: &Path) -> Result<T, Error> {
    let bytes = fs::read(path).map_err(Error::reading(path))?;
    postcard::from_bytes(&bytes).map_err(|error| unlike(path, &error))
}

fn unlike(path: &Path, error: &postcard::Error) -> Error {
    Error::Index {
        path: path.to_owned(),
        message: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("words.bin");
        write(&vec!["сөз".to_owned()], &path).expect("the folder is ours");
        let words: Vec<String> = read(&path).expect("it was just written");
        assert_eq!(words, ["сөз"]);
        fs::write(&path, [255, 255]).expect("the folder is ours");
        assert!(read::<Vec<String>>(&path).is_err());
        assert!(read::<Vec<String>>(&folder.path().join("none")).is_err());
    }
}
