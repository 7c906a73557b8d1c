#include <resumax/store/database.hpp>

#include <resumax/core/error.hpp>

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <thread>

namespace resumax::store {
namespace {

bool disk_is_full(int code, int system_error) {
  return (code & 0xff) == SQLITE_FULL ||
         ((code & 0xff) == SQLITE_IOERR && (system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG));
}

[[noreturn]] void fail(sqlite3* connection, int code, const std::string& name) {
  const int last_error = errno;  // SQLite does not note the system's error of a step on its connection
  int system_error = connection ? sqlite3_system_errno(connection) : 0;
  if (system_error == 0 && (code & 0xff) == SQLITE_IOERR) system_error = last_error;
  const std::string detail = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
  if (disk_is_full(code, system_error))
    throw Error(Errc::storage_error, "no room left on the disk for " + name,
                "free some space and run the command again; nothing was changed");
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error(Errc::conflict, "another process is writing to " + name, "run the command again when it is done");
    case SQLITE_READONLY:
    case SQLITE_PERM:
      throw Error(Errc::storage_error, name + " is read-only",
                  "give yourself write permission on the folder, or choose another with --workspace");
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
      throw Error(
          Errc::storage_error,
          "cannot open " + name + (system_error ? ": " + std::generic_category().message(system_error) : std::string()),
          "check that the folder exists and that you may read and write it");
    case SQLITE_NOTADB:
      throw Error(Errc::storage_error, name + " is not a database",
                  "move the file away, or choose another folder with --workspace");
    case SQLITE_CORRUPT:
      throw Error(Errc::storage_error, name + " is damaged (" + detail + ")",
                  "restore it from a backup, or save what is left with: sqlite3 FILE .recover");
    case SQLITE_IOERR:
      throw Error(Errc::storage_error,
                  "cannot read or write " + name + ": " +
                      (system_error ? std::generic_category().message(system_error) : detail),
                  "check the disk");
    case SQLITE_TOOBIG:
      throw Error(Errc::size_exceeded, "too large to be kept in " + name);
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    default:
      throw Error(Errc::internal, name + ": " + detail);
  }
}

void check(sqlite3* connection, int code, const std::string& name) {
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) fail(connection, code, name);
}

/// A file name as SQLite's URI form, which is the one way to say immutable.
std::string file_uri(const std::filesystem::path& file) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    if (c == '%' || c == '?' || c == '#') {
      uri += '%';
      uri += "0123456789ABCDEF"[c >> 4 & 0xf];
      uri += "0123456789ABCDEF"[c & 0xf];
    } else {
      uri += c;
    }
  }
  return uri;
}

/// Whether a database without a single table can be read: false where WAL needs files that cannot be made.
bool can_read(sqlite3* connection) {
  const int code = sqlite3_exec(connection, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
  return (code & 0xff) != SQLITE_CANTOPEN && (code & 0xff) != SQLITE_READONLY;
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(sqlite3* connection, std::string_view sql, const std::string& name)
    : connection_(connection), name_(&name) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(connection, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  handle_.reset(statement);
  check(code);
}

void Statement::check(int code) { store::check(connection_, code, *name_); }

// TRANSIENT: SQLite takes a copy, so that a statement may outlive the values it was given.
void Statement::bind(std::string_view value) {
  check(sqlite3_bind_text64(handle_.get(), ++bound_, value.data() ? value.data() : "", value.size(), SQLITE_TRANSIENT,
                            SQLITE_UTF8));
}

void Statement::bind(Blob value) {
  check(sqlite3_bind_blob64(handle_.get(), ++bound_, value.bytes.data() ? value.bytes.data() : "", value.bytes.size(),
                            SQLITE_TRANSIENT));
}

void Statement::bind(std::int64_t value) { check(sqlite3_bind_int64(handle_.get(), ++bound_, value)); }
void Statement::bind(double value) { check(sqlite3_bind_double(handle_.get(), ++bound_, value)); }
void Statement::bind(std::nullptr_t) { check(sqlite3_bind_null(handle_.get(), ++bound_)); }

bool Statement::step() {
  column_ = 0;
  const int code = sqlite3_step(handle_.get());
  check(code);
  return code == SQLITE_ROW;
}

std::string Statement::text() {
  const int column = column_++;
  const void* bytes = sqlite3_column_blob(handle_.get(), column);
  const int size = sqlite3_column_bytes(handle_.get(), column);
  return bytes ? std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size)) : std::string();
}

std::int64_t Statement::integer() { return sqlite3_column_int64(handle_.get(), column_++); }
double Statement::real() { return sqlite3_column_double(handle_.get(), column_++); }

std::optional<double> Statement::optional_real() {
  if (sqlite3_column_type(handle_.get(), column_) == SQLITE_NULL) return ++column_, std::nullopt;
  return real();
}

std::optional<std::string> Statement::optional_text() {
  if (sqlite3_column_type(handle_.get(), column_) == SQLITE_NULL) return ++column_, std::nullopt;
  return text();
}

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Database::Database(const std::filesystem::path& file, Mode mode, std::chrono::milliseconds busy_timeout)
    : name_(std::make_unique<std::string>(file.empty() ? "the workspace in memory" : file.string())) {
  std::error_code ignored;
  if (!file.empty() && mode == Mode::existing && !std::filesystem::exists(file, ignored))
    throw Error(Errc::not_found, "there is no workspace database " + *name_, "resumax init makes one");

  const auto open = [&](const std::string& target, int flags) {
    sqlite3* connection = nullptr;
    const int code =
        sqlite3_open_v2(target.c_str(), &connection, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, nullptr);
    handle_.reset(connection);
    if (connection) sqlite3_extended_result_codes(connection, 1);
    check(connection, code, *name_);
  };
  const int write = SQLITE_OPEN_READWRITE | (mode == Mode::create ? SQLITE_OPEN_CREATE : 0);
  if (file.empty()) {
    open(":memory:", write);
  } else {
    open(file_uri(file), write);
    // Where no -wal file can be made beside it, nobody else is writing either: read the file as it stands.
    if (!can_read(handle_.get()) && !std::filesystem::exists(file.string() + "-wal", ignored))
      open(file_uri(file) + "?immutable=1", SQLITE_OPEN_READONLY);
  }
  configure(busy_timeout);
}

void Database::configure(std::chrono::milliseconds busy_timeout) {
  check(handle_.get(), sqlite3_busy_timeout(handle_.get(), static_cast<int>(busy_timeout.count())), *name_);
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  run_script("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;");
  if (!read_only()) switch_to_wal(busy_timeout);
}

/// SQLite does not call its busy handler for this change of mode, so the first commands in a new workspace, started
/// together, would fail.
void Database::switch_to_wal(std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  for (;;) {
    const int code = sqlite3_exec(handle_.get(), "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) return;
    if ((code & 0xff) != SQLITE_BUSY || std::chrono::steady_clock::now() >= deadline) fail(handle_.get(), code, *name_);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

void Database::run_script(std::string_view sql) {
  check(handle_.get(), sqlite3_exec(handle_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr), *name_);
}

bool Database::read_only() const { return sqlite3_db_readonly(handle_.get(), "main") == 1; }
bool Database::in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
std::int64_t Database::changes() const { return sqlite3_changes64(handle_.get()); }

Transaction::Transaction(Database& database, Kind kind) : database_(database) {
  if (kind == Kind::write) {
    database_.run("BEGIN IMMEDIATE");
  } else {
    database_.run("BEGIN");
  }
}

Transaction::~Transaction() {
  if (!open_ || !database_.in_transaction()) return;  // a full disk or an I/O error has rolled back already
  try {
    database_.run("ROLLBACK");
  } catch (...) {  // closing the connection rolls back as well
  }
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace resumax::store
