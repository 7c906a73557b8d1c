#include <resumax/core/error.hpp>
#include <resumax/store/database.hpp>
#include <resumax/store/migrations.hpp>
#include <resumax/store/sha256.hpp>
#include <tests/support/files.hpp>

#include <catch2/catch.hpp>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <functional>
#include <thread>
#include <vector>

using namespace resumax;
using namespace resumax::store;

namespace {

Errc code_of(const std::function<void()>& action, std::string* message = nullptr) {
  try {
    action();
  } catch (const Error& error) {
    if (message) *message = error.what();
    return error.code();
  }
  FAIL("no error");
  return Errc::internal;
}

std::int64_t count_blobs(Database& database) {
  auto row = database.query("SELECT count(*) FROM blobs");
  row.step();
  return row.integer();
}

void add_blob(Database& database, const std::string& bytes) {
  database.run("INSERT INTO blobs (sha256, size, bytes) VALUES (?, ?, ?)", sha256(bytes), std::uint64_t{bytes.size()},
               Blob{bytes});
}

std::string integrity(Database& database) {
  auto row = database.query("PRAGMA integrity_check");
  row.step();
  return row.text();
}

/// The exit status of `action` in a process of its own, where limits and another user stay without consequence.
int in_child(const std::function<int()>& action) {
  const pid_t child = fork();
  if (child == 0) {
    int status = 99;
    try {
      status = action();
    } catch (...) {
    }
    _exit(status);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("sha256 of the standard's examples and of every padding length") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  // Around the ends of a block, where the padding needs one block more (values of coreutils sha256sum).
  CHECK(sha256(std::string(55, 'x')) == "d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072");
  CHECK(sha256(std::string(56, 'x')) == "04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e");
  CHECK(sha256(std::string(63, 'x')) == "75220b47218278e656f2013bb8f0c455a25eaf01e86c64924e9d48d89776d6f2");
  CHECK(sha256(std::string(64, 'x')) == "7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c");
  CHECK(sha256(std::string(119, 'x')) == "000b48d4edf0fa7bee3c6236ecd2785baa5db4eeb8bb54341b029e0d9fa5fb0c");
  CHECK(sha256(std::string(120, 'x')) == "13f05a0b594787f5ecd315edc96141bd3243203d1b7d4f0836f37308b276ba98");
}

TEST_CASE("a new database has the whole schema and the local user, and is left alone the second time") {
  test::TemporaryFolder folder;
  const auto file = folder.path() / "resumax.db";
  {
    Database database(file);
    migrate(database);
    auto tables = database.query(
        "SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
        "'sqlite_%' ORDER BY name)");
    tables.step();
    CHECK(tables.text() ==
          "audit_log blobs credit_ledger export_artifacts handles job_descriptions optimization_requests "
          "optimization_versions resumes schema_migrations taxonomy_images taxonomy_sources users");
    auto loose = database.query(
        "SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND schema = 'main' AND "
        "name NOT LIKE 'sqlite_%'");
    loose.step();
    CHECK(loose.integer() == 0);
    auto user = database.query("SELECT id FROM users");
    user.step();
    CHECK(user.text() == local_user);
  }
  const auto before = test::read_file(file);
  {
    Database database(file, Database::Mode::existing);
    migrate(database);
  }
  CHECK(test::read_file(file) == before);
}

TEST_CASE("an edited, a missing and a newer migration are refused, and the database stays as it was") {
  test::TemporaryFolder folder;
  const auto file = folder.path() / "resumax.db";
  const std::vector<Migration> two{{1, "initial", "CREATE TABLE a (x INTEGER) STRICT"},
                                   {2, "more", "CREATE TABLE b (y INTEGER) STRICT"}};
  {
    Database database(file);
    migrate(database, std::span(two).first(1));
    migrate(database, two);  // the second alone
    database.run("INSERT INTO b (y) VALUES (1)");
  }
  Database database(file);
  std::string message;

  const std::vector<Migration> edited{two[0], {2, "more", "CREATE TABLE b (y TEXT) STRICT"}};
  CHECK(code_of([&] { migrate(database, edited); }, &message) == Errc::storage_error);
  CHECK(message.find("step 2 (more)") != std::string::npos);

  CHECK(code_of([&] { migrate(database, std::span(two).first(1)); }, &message) == Errc::storage_error);
  CHECK(message.find("newer resumax") != std::string::npos);

  migrate(database, two);
  CHECK(database.run("UPDATE b SET y = 2") == 1);
}

TEST_CASE("a migration that fails leaves nothing of itself or of those before it") {
  Database database({});
  const std::vector<Migration> broken{{1, "initial", "CREATE TABLE a (x INTEGER) STRICT"},
                                      {2, "broken", "CREATE TABLE b (y INTEGER) STRICT; SELECT * FROM nowhere"}};
  CHECK_THROWS_AS(migrate(database, broken), Error);
  auto tables = database.query("SELECT count(*) FROM sqlite_schema");
  tables.step();
  CHECK(tables.integer() == 0);
  migrate(database);  // as if nothing had been tried
  CHECK(count_blobs(database) == 0);
}

TEST_CASE("files that are no workspace are named as such and not touched") {
  test::TemporaryFolder folder;
  const auto file = folder.path() / "resumax.db";
  std::string message;

  CHECK(code_of([&] { Database(file, Database::Mode::existing); }) == Errc::not_found);
  CHECK_FALSE(std::filesystem::exists(file));

  const std::string text(3000, 'q');
  test::write_file(file, text);
  CHECK(code_of([&] { Database database(file); }, &message) == Errc::storage_error);
  CHECK(message.find("is not a database") != std::string::npos);
  CHECK(test::read_file(file) == text);

  std::filesystem::remove(file);
  {
    Database other(file);
    other.run_script("CREATE TABLE songs (title TEXT)");
  }
  Database other(file);
  CHECK(code_of([&] { migrate(other); }, &message) == Errc::storage_error);
  CHECK(message.find("another program") != std::string::npos);
}

TEST_CASE("a damaged database says so instead of giving wrong rows") {
  test::TemporaryFolder folder;
  const auto file = folder.path() / "resumax.db";
  {
    Database database(file);
    migrate(database);
    for (int i = 0; i < 200; ++i) add_blob(database, std::to_string(i) + std::string(2000, 'b'));
  }
  auto bytes = test::read_file(file);
  for (std::size_t page = 4096 * 20; page + 4096 <= bytes.size(); page += 4096) bytes.replace(page, 64, 64, '\xff');
  test::write_file(file, bytes);
  std::string message;
  CHECK(code_of(
            [&] {
              Database database(file);
              auto row = database.query("SELECT bytes FROM blobs");
              while (row.step()) row.text();
              throw Error(Errc::internal, "read to the end");
            },
            &message) == Errc::storage_error);
  CHECK(message.find("damaged") != std::string::npos);
}

TEST_CASE("a transaction happens wholly or not at all") {
  test::TemporaryFolder folder;
  Database database(folder.path() / "resumax.db");
  migrate(database);
  {
    Transaction transaction(database);
    add_blob(database, "one");
  }
  CHECK(count_blobs(database) == 0);
  try {
    Transaction transaction(database);
    add_blob(database, "one");
    add_blob(database, "one");  // twice the same key
    transaction.commit();
    FAIL("the second insert passed");
  } catch (const Error&) {
  }
  CHECK(count_blobs(database) == 0);
  Transaction transaction(database);
  add_blob(database, "one");
  transaction.commit();
  CHECK(count_blobs(database) == 1);
}

TEST_CASE("a process that dies in a transaction leaves the database as it was") {
  test::TemporaryFolder folder;
  const auto file = folder.path() / "resumax.db";
  {
    Database database(file);
    migrate(database);
    add_blob(database, "one");
  }
  in_child([&] {
    Database database(file);
    Transaction transaction(database);
    for (int i = 0; i < 100; ++i) add_blob(database, std::to_string(i) + std::string(50'000, 'x'));
    std::raise(SIGKILL);
    return 0;
  });
  Database database(file);
  migrate(database);
  CHECK(count_blobs(database) == 1);
  CHECK(integrity(database) == "ok");
}

TEST_CASE("foreign keys are enforced and values come back as they went in") {
  Database database({});
  migrate(database);
  CHECK_THROWS_AS(database.run("INSERT INTO handles (user_id, kind, last) VALUES ('nobody', 'r', 1)"), Error);

  const std::string bytes("a\0b\xff", 4);
  auto row = database.query("SELECT ?, ?, ?, ?, ?, ?", Blob{bytes}, "täxt", std::int64_t{-5}, 2.5,
                            std::optional<double>(), std::optional<std::string>("s"));
  REQUIRE(row.step());
  CHECK(row.text() == bytes);
  CHECK(row.text() == "täxt");
  CHECK(row.integer() == -5);
  CHECK(row.real() == 2.5);
  CHECK_FALSE(row.optional_real());
  CHECK(row.optional_text() == "s");
  CHECK_FALSE(row.step());
}

TEST_CASE("many writers, from the first command in a new folder on, lose nothing") {
  test::TemporaryFolder folder;
  const auto file = folder.path() / "resumax.db";
  constexpr int writers = 6, rows = 25;
  std::array<std::string, writers> failures;
  std::vector<std::thread> threads;
  for (int writer = 0; writer < writers; ++writer)
    threads.emplace_back([&, writer] {
      try {
        Database database(file);
        migrate(database);
        for (int i = 0; i < rows; ++i) {
          Transaction transaction(database);
          database.run(
              "INSERT INTO handles (user_id, kind, last) VALUES (?, 'r', 1) ON CONFLICT DO UPDATE SET last = last + 1",
              local_user);
          add_blob(database, std::to_string(writer) + "/" + std::to_string(i));
          transaction.commit();
        }
      } catch (const Error& error) {
        failures[static_cast<std::size_t>(writer)] = error.what();
      }
    });
  for (auto& thread : threads) thread.join();
  for (const auto& failure : failures) CHECK(failure.empty());

  Database database(file);
  CHECK(count_blobs(database) == writers * rows);
  auto row = database.query("SELECT last FROM handles");
  row.step();
  CHECK(row.integer() == writers * rows);
  CHECK(integrity(database) == "ok");
}

TEST_CASE("readers do not wait for a writer; a second writer gives up as a conflict") {
  test::TemporaryFolder folder;
  const auto file = folder.path() / "resumax.db";
  Database first(file);
  migrate(first);
  Database second(file, Database::Mode::existing, std::chrono::milliseconds(30));

  Transaction writing(first);
  add_blob(first, "one");
  CHECK(count_blobs(second) == 0);
  CHECK(code_of([&] { Transaction transaction(second); }) == Errc::conflict);
  writing.commit();
  CHECK(count_blobs(second) == 1);

  Transaction reading(second, Transaction::Kind::read);
  CHECK(count_blobs(second) == 1);
  add_blob(first, "two");
  CHECK(count_blobs(second) == 1);
}

TEST_CASE("a read-only workspace can be read, and says why it cannot be written") {
  test::TemporaryFolder folder;
  const auto file = folder.path() / "resumax.db";
  {
    Database database(file);
    migrate(database);
    add_blob(database, "one");
  }
  std::filesystem::permissions(file, std::filesystem::perms(0444));
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
  const int status = in_child([&] {
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) return 98;
    Database database(file);
    migrate(database);
    if (count_blobs(database) != 1) return 1;
    std::string message;
    if (code_of(
            [&] {
              Transaction transaction(database);
              add_blob(database, "two");
            },
            &message) != Errc::storage_error ||
        message.find("read-only") == std::string::npos)
      return 2;
    return code_of([&] { Database(folder.path() / "other.db"); }) == Errc::storage_error ? 0 : 3;
  });
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  CHECK(status == 0);
}

TEST_CASE("a full disk is said as such and leaves the database as it was") {
  test::TemporaryFolder folder;
  const auto file = folder.path() / "resumax.db";
  {
    Database database(file);
    migrate(database);
    add_blob(database, "one");
  }

  SECTION("the database may not grow") {
    Database database(file);
    database.run_script("PRAGMA max_page_count = 60");
    std::string message;
    CHECK(code_of(
              [&] {
                Transaction transaction(database);
                add_blob(database, "two");
                add_blob(database, std::string(1 << 20, 'x'));
                transaction.commit();
              },
              &message) == Errc::storage_error);
    CHECK(message.find("no room left") != std::string::npos);
    CHECK(count_blobs(database) == 1);
  }
  SECTION("the system refuses to write more") {
    const int status = in_child([&] {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{400'000, 400'000};
      setrlimit(RLIMIT_FSIZE, &limit);
      Database database(file);
      std::string message;
      const auto code = code_of(
          [&] {
            Transaction transaction(database);
            add_blob(database, "two");
            add_blob(database, std::string(1 << 20, 'x'));
            transaction.commit();
          },
          &message);
      return code == Errc::storage_error && message.find("no room left") != std::string::npos ? 0 : 1;
    });
    CHECK(status == 0);
  }
  SECTION("no room for a new workspace") {
    const auto fresh = folder.path() / "fresh.db";
    const int status = in_child([&] {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{20'000, 20'000};
      setrlimit(RLIMIT_FSIZE, &limit);
      return code_of([&] {
               Database database(fresh);
               migrate(database);
             }) == Errc::storage_error
                 ? 0
                 : 1;
    });
    CHECK(status == 0);
    Database database(fresh);  // with room again, it is made as if for the first time
    migrate(database);
    CHECK(count_blobs(database) == 0);
  }

  Database database(file);
  migrate(database);
  CHECK(count_blobs(database) == 1);
  CHECK(integrity(database) == "ok");
}
