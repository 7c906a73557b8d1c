#include <resumax/core/error.hpp>
#include <resumax/document/document.hpp>
#include <resumax/document/helper.hpp>
#include <resumax/document/protocol.hpp>
#include <tests/support/files.hpp>

#include <catch2/catch.hpp>

#include <dirent.h>
#include <signal.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <set>
#include <thread>
#include <vector>

using namespace resumax;
using namespace resumax::document;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

fs::path helper() { return test::program("resumax-extract"); }

std::string pdf() { return test::read_file(test::fixture("documents/letter.pdf")); }
std::string docx() { return test::read_file(test::fixture("documents/letter.docx")); }

Error failure(Extractor& extractor, std::string_view bytes, std::string_view name = "cv.pdf") {
  try {
    extractor.extract(bytes, name);
  } catch (const Error& error) {
    return error;
  }
  return Error(Errc::internal, "nothing thrown");
}

/// A program that acts as a broken helper while the file `once` exists (which it removes), and as the real one after.
fs::path fake_helper(const test::TemporaryFolder& folder, const std::string& act) {
  const auto script = folder.path() / "fake";
  const auto once = folder.path() / "once";
  test::write_file(script, "#!/bin/sh\nif [ -e '" + once.string() + "' ]; then rm '" + once.string() + "'; " + act +
                               "\nfi\nexec '" + helper().string() + "' \"$@\"\n");
  test::write_file(once, "");
  fs::permissions(script, fs::perms::owner_all);
  return script;
}

/// Processes whose parent is this one.
std::set<pid_t> children() {
  std::set<pid_t> out;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const auto name = entry.path().filename().string();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    try {
      const auto stat = test::read_file(entry.path() / "stat");
      const auto state = stat.rfind(')') + 4;
      if (std::stoi(stat.substr(state)) == getpid()) out.insert(std::stoi(name));
    } catch (const std::exception&) {
      // It has ended meanwhile.
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the helper reads PDF and DOCX, one process for all of a format") {
  const auto before = children();
  {
    const auto extractor = make_helper_extractor(helper());
    CHECK(children() == before);
    const auto first = extractor->extract(pdf(), "letter.pdf");
    const auto running = children();
    CHECK(running.size() == before.size() + 1);
    CHECK(first.format == Format::pdf);
    REQUIRE(first.pages.size() == 1);
    CHECK(extractor->extract(pdf(), "letter.pdf") == first);
    CHECK(children() == running);
    const auto letter = extractor->extract(docx(), "letter.docx");
    CHECK(letter.format == Format::docx);
    const auto both = children();
    CHECK(both.size() == before.size() + 2);
    CHECK(extractor->extract(pdf(), "letter.pdf") == first);
    CHECK(extractor->extract(docx(), "letter.docx") == letter);
    CHECK(children() == both);
  }
  CHECK(children() == before);
}

TEST_CASE("text needs no helper") {
  const auto extractor = make_helper_extractor("/nonexistent/resumax-extract");
  CHECK(extractor->extract("Nora", "cv.txt").paragraphs.size() == 1);
  CHECK(extractor->extract("# Nora", "cv.md").paragraphs.at(0).heading == 1);
}

TEST_CASE("a helper that is not there is said with its path") {
  test::TemporaryFolder folder;
  test::write_file(folder.path() / "data", "no program");
  for (const auto& program : {fs::path("/nonexistent/resumax-extract"), folder.path() / "data"}) {
    const auto extractor = make_helper_extractor(program);
    const auto error = failure(*extractor, pdf());
    CHECK(error.code() == Errc::internal);
    CHECK_THAT(error.hint(), Catch::Contains(program.string()));
  }
}

TEST_CASE("a document's own errors pass through, and the helper lives on") {
  const auto extractor = make_helper_extractor(helper());
  extractor->extract(pdf(), "letter.pdf");
  const auto running = children();
  CHECK(failure(*extractor, "%PDF-1.4\nnothing in it").code() == Errc::parse_failed);
  CHECK(failure(*extractor, test::read_file(test::fixture("documents/encrypted.pdf"))).code() == Errc::encrypted);
  CHECK(failure(*extractor, "GIF89a", "cv.gif").code() == Errc::unsupported_format);
  CHECK(failure(*extractor, "").code() == Errc::invalid_input);
  CHECK(extractor->extract(pdf(), "letter.pdf").pages.size() == 1);
  CHECK(children() == running);
}

TEST_CASE("whatever a helper does, its document fails and the next one works") {
  struct Case {
    std::string act, said;
  };
  const Case cases[] = {
      {"exit 0", "without an answer"},
      {"exec 0<&-; sleep 5", "without an answer"},
      {"exit 12", "memory"},
      {"kill -SEGV $$", "crash"},
      {"kill -PROF $$", "processor time"},
      {"kill -KILL $$", "without an answer"},
      {"head -c 100 >/dev/null; sleep 5", "longer than"},
      {"sleep 5", "longer than"},
      {"yes rubbish >&0", "more text than is read"},
      {"printf '\\005\\000\\000\\000\\000\\000\\000\\000junk!' >&0; cat >/dev/null", "damaged document"},
      {"printf '\\000\\000\\000\\000\\000\\000\\000\\000' >&0; cat >/dev/null", "damaged document"},
      {"printf '\\377\\000\\000\\000\\000\\000\\000\\000x' >&0; exit 0", "without an answer"},
  };
  HelperLimits limits;
  limits.deadline = 1500ms;
  const auto before = children();
  for (const auto& c : cases) {
    CAPTURE(c.act);
    test::TemporaryFolder folder;
    const auto extractor = make_helper_extractor(fake_helper(folder, c.act), limits);
    const auto error = failure(*extractor, pdf());
    CHECK(error.code() == Errc::parse_failed);
    CHECK_THAT(error.what(), Catch::Contains(c.said));
    CHECK(extractor->extract(pdf(), "letter.pdf").pages.size() == 1);
  }
  CHECK(children() == before);
}

TEST_CASE("a helper killed between two documents is replaced unnoticed") {
  const auto extractor = make_helper_extractor(helper());
  const auto before = children();
  extractor->extract(pdf(), "letter.pdf");
  for (const pid_t child : children())
    if (!before.contains(child)) kill(child, SIGKILL);
  CHECK(extractor->extract(pdf(), "letter.pdf").pages.size() == 1);
}

TEST_CASE("the helper's limits hold, and the next document gets its own") {
  // Forms that draw each other ten times, twelve deep: 10^12 steps in 3 KB.
  const auto endless = test::read_file(test::fixture("documents/exponential.pdf"));
  HelperLimits limits;
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // there is no limit on their shadow memory
  SECTION("memory") {
    limits.memory_bytes = 8u << 20;  // less than its libraries take
    CHECK(failure(*make_helper_extractor(helper(), limits), pdf()).code() == Errc::parse_failed);
  }
#endif
  SECTION("processor time") {
    limits.cpu_seconds = 1;
    limits.deadline = 60s;
    const auto extractor = make_helper_extractor(helper(), limits);
    extractor->extract(pdf(), "letter.pdf");
    const auto error = failure(*extractor, endless);
    CHECK(error.code() == Errc::parse_failed);
    CHECK_THAT(error.what(), Catch::Contains("processor time"));
    CHECK(extractor->extract(pdf(), "letter.pdf").pages.size() == 1);
  }
  SECTION("wall clock") {
    limits.deadline = 300ms;
    const auto extractor = make_helper_extractor(helper(), limits);
    const auto begin = std::chrono::steady_clock::now();
    CHECK_THAT(failure(*extractor, endless).what(), Catch::Contains("longer than 0.3 s"));
    CHECK(std::chrono::steady_clock::now() - begin < 5s);
  }
}

TEST_CASE("no helper outlives the program, even a killed one") {
  int pipe_ends[2];
  REQUIRE(pipe(pipe_ends) == 0);
  const pid_t program = fork();
  if (program == 0) {
    const auto extractor = make_helper_extractor(helper());
    extractor->extract(pdf(), "letter.pdf");
    for (const pid_t child : children()) {
      const auto written = write(pipe_ends[1], &child, sizeof child);
      static_cast<void>(written);
    }
    pause();
    _exit(0);
  }
  pid_t child = 0;
  REQUIRE(read(pipe_ends[0], &child, sizeof child) == static_cast<ssize_t>(sizeof child));
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  CHECK(kill(child, 0) == 0);
  kill(program, SIGKILL);
  waitpid(program, nullptr, 0);
  const auto gone = [&] {
    // An orphan's remains may wait for whoever takes it in.
    std::error_code none;
    if (!fs::exists("/proc/" + std::to_string(child), none)) return true;
    try {
      const auto stat = test::read_file("/proc/" + std::to_string(child) + "/stat");
      return stat.at(stat.rfind(')') + 2) == 'Z';
    } catch (const std::exception&) {
      return true;
    }
  };
  for (int i = 0; i < 100 && !gone(); ++i) std::this_thread::sleep_for(20ms);
  CHECK(gone());
}

TEST_CASE("a helper that was prepared is the one that answers") {
  const auto before = children();
  const auto extractor = make_helper_extractor(helper());
  extractor->prepare("Nora", "cv.txt");
  extractor->prepare("", "cv.pdf");
  CHECK(children() == before);
  extractor->prepare(pdf(), "letter.pdf");
  const auto running = children();
  CHECK(running.size() == before.size() + 1);
  extractor->prepare(pdf(), "letter.pdf");
  CHECK(extractor->extract(pdf(), "letter.pdf").pages.size() == 1);
  CHECK(children() == running);
  make_helper_extractor("/nonexistent/resumax-extract")->prepare(pdf(), "letter.pdf");
}

TEST_CASE("a helper for one document goes by itself, and another document gets another one") {
  HelperLimits limits;
  limits.once = true;
  const auto before = children();
  const auto extractor = make_helper_extractor(helper(), limits);
  const auto first = extractor->extract(pdf(), "letter.pdf");
  int status = 0;
  for (const pid_t child : children())
    if (!before.contains(child)) {
      siginfo_t info{};  // left there for the extractor to reap
      CHECK(waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOWAIT) == 0);
      status = info.si_status;
    }
  CHECK(status == 0);
  CHECK(extractor->extract(pdf(), "letter.pdf") == first);
  CHECK(extractor->extract(docx(), "letter.docx").format == Format::docx);
}

TEST_CASE("a helper that has grown is replaced after its document") {
  HelperLimits limits;
  limits.keep_bytes = 1u << 20;  // less than its libraries take
  const auto before = children();
  const auto extractor = make_helper_extractor(helper(), limits);
  for (int i = 0; i < 2; ++i) {
    CHECK(extractor->extract(pdf(), "letter.pdf").pages.size() == 1);
    CHECK(children() == before);
  }
}

TEST_CASE("waiting for a helper ends when the work is no longer wanted") {
  HelperLimits limits;
  limits.stopped = [] { return true; };
  limits.deadline = 60s;
  limits.cpu_seconds = 60;
  const auto before = children();
  const auto endless = test::read_file(test::fixture("documents/exponential.pdf"));
  const auto begin = std::chrono::steady_clock::now();
  CHECK(failure(*make_helper_extractor(helper(), limits), endless).code() == Errc::interrupted);
  CHECK(std::chrono::steady_clock::now() - begin < 5s);
  CHECK(children() == before);
}

TEST_CASE("a pool serves several threads, and each document fails or succeeds for itself") {
  const auto before = children();
  {
    const auto pool = make_helper_pool(helper());
    const auto good = pool->extract(pdf(), "letter.pdf");
    const auto letter = pool->extract(docx(), "letter.docx");
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
      threads.emplace_back([&, t] {
        for (int i = 0; i < 12; ++i) {
          if ((i + t) % 3 == 0)
            wrong += failure(*pool, "%PDF-1.4\nnothing in it").code() != Errc::parse_failed;
          else
            wrong += (i + t) % 3 == 1 ? pool->extract(pdf(), "letter.pdf") != good
                                      : pool->extract(docx(), "letter.docx") != letter;
        }
      });
    for (auto& thread : threads) thread.join();
    CHECK(wrong == 0);
  }
  CHECK(children() == before);
}

TEST_CASE("text in a predefined Chinese encoding is read where its tables can be, and never breaks the helper") {
  // The font names a table that stands in poppler's data, and embeds nothing that says what its codes mean.
  const std::string content = "BT /F 12 Tf 72 700 Td <4E2D6587> Tj ET BT /L 12 Tf 72 600 Td (Nora) Tj ET";
  const std::string chinese =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R/L 8 0 R>>>>>>"
      "endobj\n4 0 obj<</Length " +
      std::to_string(content.size()) + ">>stream\n" + content +
      "\nendstream endobj\n"
      "5 0 obj<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/UniGB-UTF16-H/DescendantFonts[6 0 R]>>endobj\n"
      "6 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
      "/Supplement 4>>/FontDescriptor 7 0 R/DW 1000>>endobj\n"
      "7 0 obj<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900"
      "/Descent -200/CapHeight 700/StemV 80>>endobj\n"
      "8 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n";
  const auto extractor = make_helper_extractor(helper());
  const auto document = extractor->extract(chinese, "cv.pdf");
  REQUIRE(document.pages.size() == 1);
  std::set<std::string> words;
  for (const auto& word : document.pages[0].words) words.insert(word.text);
  CHECK(words.contains("Nora"));
  const auto sandbox = ask_sandbox(helper());
  const bool tables = fs::exists("/usr/share/poppler/cMap/Adobe-GB1/UniGB-UTF16-H");
  const bool readable = sandbox.files || !sandbox.calls;
  CHECK(words.contains("中文") == (tables && readable));
  const auto running = children();
  CHECK(extractor->extract(pdf(), "letter.pdf").pages.size() == 1);
  CHECK(children() == running);
}

TEST_CASE("the helper says how it is shut in, and what says nothing of it is no helper") {
  const auto sandbox = ask_sandbox(helper());
#ifdef RESUMAX_SANITIZED
  CHECK_FALSE(sandbox.built);
#else
  // What the kernel of this machine has, this process can try for itself.
  int pipe_ends[2];
  REQUIRE(pipe(pipe_ends) == 0);
  const pid_t child = fork();
  if (child == 0) {
    const auto own = enter_sandbox();
    const char said[2] = {static_cast<char>(own.calls), static_cast<char>(own.files)};
    const auto written = write(pipe_ends[1], said, sizeof said);
    _exit(written == sizeof said ? 0 : 1);
  }
  char said[2] = {};
  REQUIRE(read(pipe_ends[0], said, sizeof said) == static_cast<ssize_t>(sizeof said));
  waitpid(child, nullptr, 0);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  CHECK(sandbox.calls == (said[0] != 0));
  CHECK(sandbox.files == (said[1] != 0));
#endif
  for (const auto& made : {Sandbox{}, Sandbox{true, false, true}, Sandbox{true, true, false}}) {
    const auto read = decode_sandbox(encode_sandbox(made));
    CHECK(read.built == made.built);
    CHECK(read.calls == made.calls);
    CHECK(read.files == made.files);
  }
  for (const std::string_view wrong : {"", "\1\1", "\1\1\2", "\1\1\1\1"}) CHECK_THROWS_AS(decode_sandbox(wrong), Error);
  CHECK_THROWS_AS(ask_sandbox("/bin/true"), Error);
  CHECK_THROWS_AS(ask_sandbox("/nonexistent/resumax-extract"), Error);
}
