#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace resumax::store {

/// SQL that stands in the program as a literal. Nothing built at run time converts to it: values are bound.
class Sql {
 public:
  template <std::size_t N>
  consteval Sql(const char (&text)[N]) : text_(text, N - 1) {}
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// Bytes bound as a BLOB; a plain string is bound as TEXT.
struct Blob {
  std::string_view bytes;
};

/// A prepared statement with its values bound. Outlives no Database.
class Statement {
 public:
  /// Moves to the next row; false when there is none.
  bool step();

  // The columns of the current row are read left to right, each once.
  std::string text();  ///< TEXT or BLOB; "" for NULL
  std::int64_t integer();
  double real();
  std::optional<double> optional_real();
  std::optional<std::string> optional_text();

 private:
  friend class Database;
  Statement(sqlite3* connection, std::string_view sql, const std::string& name);

  void bind(std::string_view value);
  void bind(const std::string& value) { bind(std::string_view(value)); }
  void bind(const char* value) { bind(std::string_view(value)); }
  void bind(Blob value);
  void bind(std::int64_t value);
  void bind(std::uint64_t value) { bind(static_cast<std::int64_t>(value)); }
  void bind(int value) { bind(std::int64_t{value}); }
  void bind(bool value) { bind(std::int64_t{value}); }
  void bind(double value);
  void bind(std::nullptr_t);
  template <class T>
  void bind(const std::optional<T>& value) {
    if (value) {
      bind(*value);
    } else {
      bind(nullptr);
    }
  }
  void check(int code);

  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
  sqlite3* connection_;
  const std::string* name_;  ///< of the database, for messages
  int bound_ = 0;
  int column_ = 0;
};

/// One connection to a SQLite file, for one thread at a time; processes and threads each open their own. Foreign keys
/// are on, writers wait for each other up to `busy_timeout`. Journal: WAL, so that readers never wait, with
/// synchronous FULL: a verb is one transaction, so the extra half millisecond buys that what a command reported as
/// done survives a power cut.
///
/// Every failure is an Error: conflict when another process keeps the database locked, storage_error for anything else
/// (read-only, full disk, damaged, not a database, no permission), naming the file and what to do.
class Database {
 public:
  enum class Mode { existing, create };
  static constexpr std::chrono::milliseconds default_busy_timeout{5000};

  /// Opens a file, or a private database in memory for an empty path. A file that cannot be written, as on a read-only
  /// disk, is opened for reading; writing to it throws. Throws not_found for a missing one with Mode::existing.
  explicit Database(const std::filesystem::path& file, Mode mode = Mode::create,
                    std::chrono::milliseconds busy_timeout = default_busy_timeout);

  template <class... Values>
  Statement query(Sql sql, const Values&... values) {
    Statement statement(handle_.get(), sql.text(), *name_);
    (statement.bind(values), ...);
    return statement;
  }
  /// Runs to the end; returns how many rows it changed.
  template <class... Values>
  std::int64_t run(Sql sql, const Values&... values) {
    Statement statement = query(sql, values...);
    while (statement.step()) {
    }
    return changes();
  }
  /// Several statements without values, as a migration has them.
  void run_script(std::string_view sql);

  bool read_only() const;
  bool in_transaction() const;
  const std::string& name() const { return *name_; }  ///< the file as it was named, for messages

 private:
  void configure(std::chrono::milliseconds busy_timeout);
  void switch_to_wal(std::chrono::milliseconds patience);
  std::int64_t changes() const;

  struct Close {
    void operator()(sqlite3* connection) const;
  };
  std::unique_ptr<std::string> name_;  ///< on the heap: statements point to it while the Database moves
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A transaction; rolled back unless committed. `write` takes the write lock at once: upgrading a read later fails
/// with no second chance when another writer came between. `read` sees one state throughout.
class Transaction {
 public:
  enum class Kind { write, read };
  explicit Transaction(Database& database, Kind kind = Kind::write);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace resumax::store
