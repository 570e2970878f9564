//! The only place for input and output: storage, files of the page, clock, clipboard, focus, the address.

pub(super) mod address;
pub(super) mod clipboard;
pub(super) mod clock;
pub(super) mod crypto;
pub(super) mod dom;
pub(super) mod download;
pub(super) mod files;
pub(super) mod inventory;
pub(super) mod json;
pub(super) mod offline;
pub(super) mod pause;
pub(super) mod place;
pub(super) mod pressed;
pub(super) mod sharing;
pub(super) mod storage;
pub(super) mod threads;
pub(super) mod upload;
