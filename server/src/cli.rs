//! The command line (contract: `hankerekisteri`).

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use domain::Lang;
use domain::role::Role;
use domain::section::Section;
use domain::table_import::ImportKind;
use register::export::Exported;
use register::tables::Form;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use uuid::Uuid;

/// A register of co-financed projects and the official decisions that fund them.
#[derive(Debug, Parser)]
#[command(name = "hankerekisteri", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command may be given.
#[derive(Debug, Args)]
pub(crate) struct Global {
    /// The database: sqlite:PATH or postgres://… [default: sqlite:data/hankerekisteri.db]
    #[arg(
        long,
        global = true,
        env = "HANKEREKISTERI_DATABASE",
        hide_env_values = true
    )]
    pub(crate) database: Option<String>,
    /// Starts the clock at a moment, e.g. 2023-08-21T09:00:00+03:00 (demonstrations and tests).
    #[arg(long, global = true, value_parser = moment)]
    pub(crate) clock: Option<OffsetDateTime>,
    /// The configuration file (TOML).
    #[arg(long, global = true)]
    pub(crate) config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Brings the database up to date and serves the register.
    Serve {
        /// The address to listen on. [default: 127.0.0.1:3000]
        #[arg(long)]
        listen: Option<SocketAddr>,
    },
    /// Loads the example register into an empty database.
    Demo,
    /// Manages accounts.
    #[command(subcommand)]
    User(UserCommand),
    /// Computes appeal periods: CSV from standard input to standard output, or one explained.
    Deadline(DeadlineArguments),
    /// Reads documents into the register.
    #[command(subcommand)]
    Import(ImportCommand),
    /// Reads a table (CSV or XLSX) into the register, all of its rows or none, and says what becomes
    /// of each.
    ImportTable(ImportTableArguments),
    /// Makes documents of what the register holds.
    #[command(subcommand)]
    Extract(ExtractCommand),
    /// Writes a list: what is public now, or with --internal what officials see.
    Export(ExportArguments),
    /// Checks the audit chain, seals, computed dates, references and sums.
    Verify,
}

#[derive(Debug, Subcommand)]
pub(crate) enum UserCommand {
    /// Adds an account; the password is asked for, or read from standard input.
    Add {
        /// The e-mail address to sign in with.
        #[arg(long)]
        email: String,
        /// The person's name.
        #[arg(long)]
        name: String,
        /// preparer, registrar, decision-maker, finance, administrator or auditor
        #[arg(long, value_parser = role)]
        role: Role,
        /// The office, as the public sees it. [default: the name of the role]
        #[arg(long)]
        office: Option<String>,
        /// The section series in which a decision maker signs, e.g. kaupunginjohtaja.
        #[arg(long)]
        series: Option<String>,
        /// Reads the password from the first line of standard input.
        #[arg(long)]
        password_stdin: bool,
    },
    /// Lists accounts.
    List,
    /// Disables an account; what it did stays.
    Disable {
        /// The e-mail address of the account.
        #[arg(long)]
        email: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct DeadlineArguments {
    /// Prints the steps of one period instead of reading CSV.
    #[arg(long, requires_all = ["remedy", "means", "date"])]
    pub(crate) explain: bool,
    /// The remedy, e.g. rectification.
    #[arg(long, requires = "explain", value_parser = code::<calendar::Remedy>)]
    pub(crate) remedy: Option<calendar::Remedy>,
    /// The means of service, e.g. published-minutes.
    #[arg(long, requires = "explain", value_parser = code::<calendar::Means>)]
    pub(crate) means: Option<calendar::Means>,
    /// The day of the event, YYYY-MM-DD.
    #[arg(long, requires = "explain", visible_alias = "event-date", value_parser = day)]
    pub(crate) date: Option<time::Date>,
    /// The language of the explanation.
    #[arg(long, default_value = "fi")]
    pub(crate) lang: LangArgument,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ImportCommand {
    /// Reads the text of a decision document into a draft and says what it found.
    Decision {
        /// The text file; `-` reads standard input.
        file: PathBuf,
        /// Says what would be read, and changes nothing.
        #[arg(long)]
        dry_run: bool,
        /// Prints the reading as JSON.
        #[arg(long)]
        json: bool,
        /// The language of the report.
        #[arg(long, default_value = "fi")]
        lang: LangArgument,
    },
}

#[derive(Debug, Args)]
pub(crate) struct ImportTableArguments {
    /// What its rows are.
    pub(crate) kind: TableKindArgument,
    /// The file: CSV or XLSX; `-` reads standard input.
    #[arg(required_unless_present = "template")]
    pub(crate) file: Option<PathBuf>,
    /// Says what would be recorded, and changes nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Takes a column by the name that it has in the file, e.g. `voucher=Tosite nro`; again for
    /// others.
    #[arg(long, value_name = "COLUMN=HEADER", value_parser = mapped)]
    pub(crate) map: Vec<(String, String)>,
    /// Of a ledger: the accounting year.
    #[arg(long)]
    pub(crate) year: Option<u16>,
    /// Of plans: why their new versions are made.
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    /// Of a ledger: expenses are negative in the file.
    #[arg(long)]
    pub(crate) turned: bool,
    /// Writes the template of the table to standard output instead of reading one.
    #[arg(long, value_name = "FORMAT", conflicts_with_all = ["file", "dry_run", "map"])]
    pub(crate) template: Option<TemplateArgument>,
    /// The language of the report and of a template.
    #[arg(long, default_value = "fi")]
    pub(crate) lang: LangArgument,
}

/// What the rows of a table are, on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum TableKindArgument {
    Ledger,
    Projects,
    Plans,
}

impl From<TableKindArgument> for ImportKind {
    fn from(argument: TableKindArgument) -> Self {
        match argument {
            TableKindArgument::Ledger => Self::Ledger,
            TableKindArgument::Projects => Self::Projects,
            TableKindArgument::Plans => Self::Plans,
        }
    }
}

/// The form of a template on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum TemplateArgument {
    Csv,
    Xlsx,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ExtractCommand {
    /// Writes a decision as PDF: the public version, or a recipient's certified extract.
    Decision {
        /// The decision's address, e.g. kaupunginjohtaja/2023/5.
        #[arg(value_parser = section)]
        address: Section,
        /// The recipient whose certified extract is written, by the identity of the organisation;
        /// or an extract, by its own.
        #[arg(long, value_name = "ID")]
        recipient: Option<Uuid>,
        /// The file to write. [default: standard output]
        #[arg(short, long)]
        output: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct ExportArguments {
    /// The list.
    pub(crate) what: ExportedArgument,
    /// The form of the file.
    #[arg(long)]
    pub(crate) format: FormatArgument,
    /// What officials see; that it was taken is written in the audit log.
    #[arg(long)]
    pub(crate) internal: bool,
    /// The language of names and headers.
    #[arg(long, default_value = "fi")]
    pub(crate) lang: LangArgument,
    /// The file to write. [default: standard output]
    #[arg(short, long)]
    pub(crate) output: Option<PathBuf>,
}

/// A list on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ExportedArgument {
    Commitments,
    Decisions,
    Operations,
    Projects,
}

impl From<ExportedArgument> for Exported {
    fn from(argument: ExportedArgument) -> Self {
        match argument {
            ExportedArgument::Commitments => Self::Commitments,
            ExportedArgument::Decisions => Self::Decisions,
            ExportedArgument::Operations => Self::Operations,
            ExportedArgument::Projects => Self::Projects,
        }
    }
}

/// The form of a file on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum FormatArgument {
    Csv,
    Xlsx,
    Json,
}

impl From<FormatArgument> for Form {
    fn from(argument: FormatArgument) -> Self {
        match argument {
            FormatArgument::Csv => Self::Csv,
            FormatArgument::Xlsx => Self::Xlsx,
            FormatArgument::Json => Self::Json,
        }
    }
}

/// A language on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum LangArgument {
    Fi,
    Sv,
    En,
}

impl From<LangArgument> for Lang {
    fn from(argument: LangArgument) -> Self {
        match argument {
            LangArgument::Fi => Self::Fi,
            LangArgument::Sv => Self::Sv,
            LangArgument::En => Self::En,
        }
    }
}

fn moment(text: &str) -> Result<OffsetDateTime, String> {
    OffsetDateTime::parse(text, &Rfc3339).map_err(|_| {
        "a moment is written with its offset, e.g. 2023-08-21T09:00:00+03:00".to_owned()
    })
}

fn mapped(text: &str) -> Result<(String, String), &'static str> {
    let pair = text
        .split_once('=')
        .filter(|(column, _)| !column.is_empty());
    let pair = pair.map(|(column, header)| (column.to_owned(), header.to_owned()));
    pair.ok_or("a column is named as COLUMN=HEADER, e.g. voucher=Tosite")
}

fn day(text: &str) -> Result<time::Date, &'static str> {
    calendar::batch::parse_date(text.as_bytes()).map_err(calendar::batch::Refusal::reason)
}

fn section(text: &str) -> Result<Section, String> {
    text.parse()
        .map_err(|error: domain::section::SectionError| error.to_string())
}

fn role(text: &str) -> Result<Role, String> {
    Role::from_code(text)
        .ok_or_else(|| format!("the roles are {}", Role::ALL.map(Role::code).join(", ")))
}

fn code<T: std::str::FromStr<Err = calendar::UnknownCode>>(text: &str) -> Result<T, String> {
    text.parse()
        .map_err(|error: calendar::UnknownCode| error.to_string())
}
