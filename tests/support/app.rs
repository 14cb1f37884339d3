//! A person at a computer: folders of their own, and the window driven over WebDriver.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

use super::desk::Desk;
use super::process::Running;
use super::screen::Screen;
use super::tree::Bus;
use super::{Outcome, eventually};

const CALL: &str = "const [name, params, done] = arguments;
    window.__TAURI_INTERNALS__.invoke('rpc', { name, params }).then(
        (value) => done({ value }),
        (error) => done({ error }))";

/// Someone who is about to open the window.
pub struct Person {
    desk: Desk,
    name: String,
    board: Option<PathBuf>,
    words: Vec<String>,
    size: (u32, u32),
    dark: bool,
    readable: bool,
}

impl Person {
    pub(super) fn new(desk: Desk, name: &str) -> Self {
        Self {
            desk,
            name: name.to_owned(),
            board: None,
            words: Vec::new(),
            size: (1440, 900),
            dark: false,
            readable: false,
        }
    }

    /// Opens this file with the window.
    pub fn board(mut self, path: &Path) -> Self {
        self.board = Some(path.to_owned());
        self
    }

    /// Starts the window with another word, such as `--sample`.
    pub fn with(mut self, word: &str) -> Self {
        self.words.push(word.to_owned());
        self
    }

    /// The window's size, in pixels; 1440 by 900 unless told.
    pub fn size(mut self, width: u32, height: u32) -> Self {
        self.size = (width, height);
        self
    }

    /// A desktop that is set to dark.
    pub fn dark(mut self) -> Self {
        self.dark = true;
        self
    }

    /// A desktop on which assistive technology runs.
    pub fn readable(mut self) -> Self {
        self.readable = true;
        self
    }

    /// Opens the window and waits until its page is there.
    pub async fn open(self) -> Outcome<App> {
        let folder = self.desk.folder().join(&self.name);
        furnish(&folder, self.dark)?;
        let port = free_port()?;
        let screen = Screen::start()?;
        let bus = match self.readable {
            true => Some(Bus::start(&folder.join("run"))?),
            false => None,
        };
        let process = start_driver(port, &screen, bus.as_ref(), &folder)?;
        let driver = self.connect(port).await?;
        let app = App(Arc::new(Inner {
            desk: self.desk.clone(),
            name: self.name.clone(),
            folder,
            driver,
            process: Mutex::new(Some(process)),
            screen,
            bus,
        }));
        self.desk.opened(&app);
        app.resize(self.size.0, self.size.1).await?;
        Ok(app)
    }

    async fn connect(&self, port: u16) -> Outcome<WebDriver> {
        eventually("the window's driver", || async {
            Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok())
        })
        .await?;
        let mut words = self.words.clone();
        if let Some(board) = &self.board {
            words.extend(["--board".to_owned(), board.display().to_string()]);
        }
        let mut wanted = Capabilities::new();
        wanted.set(
            "webkitgtk:browserOptions",
            json!({ "binary": self.desk.programs().window, "args": words }),
        )?;
        Ok(WebDriver::new(format!("http://127.0.0.1:{port}"), wanted).await?)
    }
}

/// An open window; a clone is the same one.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    desk: Desk,
    name: String,
    folder: PathBuf,
    driver: WebDriver,
    process: Mutex<Option<Running>>,
    screen: Screen,
    bus: Option<Bus>,
}

impl App {
    /// The person's name in this journey.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The WebDriver session, for what the other helpers do not cover.
    pub fn driver(&self) -> &WebDriver {
        &self.0.driver
    }

    /// Gives the page this size, in pixels.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
        self.driver().set_window_rect(0, 0, width, height).await?;
        let wanted = json!([width, height]);
        eventually(&format!("a page of {width} by {height}"), || async {
            let size = self.run("return [innerWidth, innerHeight]").await?;
            Ok((size == wanted).then_some(()))
        })
        .await
    }

    /// Goes to a route of the interface, such as `#/team/progress`.
    pub async fn go(&self, route: &str) -> Outcome {
        self.driver()
            .execute("location.hash = arguments[0]", vec![json!(route)])
            .await?;
        Ok(())
    }

    /// Runs a script in the page and gives what it returns.
    pub async fn run(&self, script: &str) -> Outcome<Value> {
        Ok(self
            .driver()
            .execute(script, Vec::new())
            .await?
            .json()
            .clone())
    }

    /// Calls a command of the table as the page does, to arrange what a journey begins with.
    pub async fn call(&self, name: &str, params: Value) -> Outcome<Value> {
        let answer = self
            .driver()
            .execute_async(CALL, vec![json!(name), params])
            .await?;
        let mut answer = answer.json().clone();
        match answer["error"].take() {
            Value::Null => Ok(answer["value"].take()),
            error => Err(format!("{name}: {error}").into()),
        }
    }

    pub(super) fn desk(&self) -> &Desk {
        &self.0.desk
    }

    /// Makes a command run on this person's computer.
    pub(super) fn at_home(&self, command: &mut Command) {
        at_home(command, &self.0.screen, self.0.bus.as_ref(), &self.0.folder);
    }

    /// The last lines that the window and its driver printed.
    pub(super) fn last_words(&self) -> String {
        let log = fs::read_to_string(driver_log(&self.0.folder)).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }

    /// Ends the window as a crash does: nothing in it hears of it.
    pub fn kill(&self) {
        drop(self.0.process.lock().unwrap().take());
    }

    /// Loads the page anew; the program goes on.
    pub async fn reload(&self) -> Outcome {
        Ok(self.driver().refresh().await?)
    }

    /// Closes the window; also done when the journey ends.
    pub async fn close(&self) {
        let process = self.0.process.lock().unwrap().take();
        if process.is_some() {
            // The driver may be gone with its window; ending its processes is what counts.
            let _ = self.driver().clone().quit().await;
        }
    }
}

/// A fresh computer; the desktop's theme is set as a person's desktop would set it.
fn furnish(folder: &Path, dark: bool) -> Outcome {
    for (_, part) in FOLDERS {
        fs::create_dir_all(folder.join(part))?;
    }
    fs::set_permissions(folder.join("run"), fs::Permissions::from_mode(0o700))?;
    let settings = folder.join("config/gtk-3.0");
    fs::create_dir_all(&settings)?;
    let theme = format!(
        "[Settings]\ngtk-application-prefer-dark-theme={}\ngtk-enable-animations=0\n",
        u8::from(dark)
    );
    fs::write(settings.join("settings.ini"), theme)?;
    Ok(())
}

const FOLDERS: [(&str, &str); 6] = [
    ("HOME", "home"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_STATE_HOME", "state"),
    ("XDG_RUNTIME_DIR", "run"),
];

/// Nothing of the machine's own session reaches the window: no bus, no other screen, no language,
/// and not the variables against graphics trouble, under which the driver takes no pictures.
fn at_home(command: &mut Command, screen: &Screen, bus: Option<&Bus>, folder: &Path) {
    for (name, part) in FOLDERS {
        command.env(name, folder.join(part));
    }
    command
        .env("DISPLAY", screen.name())
        .env("GDK_BACKEND", "x11")
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        .env("NO_AT_BRIDGE", "1")
        .env("LC_ALL", "C.UTF-8")
        .env("TZ", "UTC")
        .env_remove("KATA_HOME")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WEBKIT_DISABLE_DMABUF_RENDERER")
        .env_remove("WEBKIT_DISABLE_COMPOSITING_MODE");
    if let Some(bus) = bus {
        bus.open_to(command);
    }
}

fn start_driver(port: u16, screen: &Screen, bus: Option<&Bus>, folder: &Path) -> Outcome<Running> {
    let log = fs::File::create(driver_log(folder))?;
    let mut command = Command::new("WebKitWebDriver");
    command
        .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log);
    at_home(&mut command, screen, bus, folder);
    Ok(Running::start(&mut command)?)
}

fn driver_log(folder: &Path) -> PathBuf {
    folder.join("driver.log")
}

fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}
