#include <resumax/core/error.hpp>
#include <resumax/render/layout.hpp>
#include <resumax/render/truetype_subset.hpp>
#include <tests/support/files.hpp>
#include <tests/unit/render/support.hpp>

#include <catch2/catch.hpp>

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <random>

using namespace resumax;
using namespace resumax::render;
using namespace resumax::render::test;

namespace {

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  REQUIRE(pipe);
  std::string out;
  std::array<char, 4096> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe.get()))
    out.append(buffer.data(), got);
  return out;
}

// What a program says about a PDF: "pdftotext -raw FILE -".
std::string asked(const std::string& pdf, const std::string& program, const std::string& after = "") {
  const resumax::test::TemporaryFolder folder;
  const std::string path = folder.path() / "resume.pdf";
  resumax::test::write_file(path, pdf);
  return output_of(program + " '" + path + "' " + after);
}

std::string pdf_of(const Resume& resume) { return render::render(resume, Format::pdf); }
std::string text_of(const Resume& resume, const std::string& mode = "") {
  return asked(pdf_of(resume), "pdftotext " + mode, "-");
}

Resume with_highlights(const std::vector<std::string>& texts) {
  Resume resume;
  resume.language = "en";
  resume.basics.name.value = "Ada Byström";
  resume.work.push_back({});
  resume.work.back().position.value = "Engineer";
  for (const std::string& text : texts) resume.work.back().highlights.push_back({text, 1.0, {}});
  return resume;
}

// A resume of some roles whose lines have lengths of every kind.
Resume of_any_length(unsigned seed) {
  std::mt19937 random(seed);
  auto words = [&](unsigned long most) {
    std::string out = "Word";
    for (auto n = random() % most; n > 0; --n) out += " measured";
    return out;
  };
  Resume resume;
  resume.language = "en";
  resume.basics.name.value = "Ada Byström";
  resume.basics.summary.value = words(120);
  for (auto roles = 1 + random() % 12; roles > 0; --roles) {
    Work work;
    work.position.value = words(30);
    work.company.value = words(6);
    work.dates.start.date = {2010, 3, 0};
    work.dates.end.present = true;
    if (random() % 2) work.summary.value = words(60);
    for (auto lines = random() % 8; lines > 0; --lines) work.highlights.push_back({words(80), 1.0, {}});
    resume.work.push_back(work);
  }
  return resume;
}

}  // namespace

TEST_CASE("pdftotext reads every line in order, in all of its modes") {
  const auto mode = GENERATE(as<std::string>{}, "", "-layout", "-raw");
  INFO(mode);
  CHECK(first_out_of_order(text_of(sample(), mode), outline_texts(sample())) == "");
}

TEST_CASE("a title that fills its lines still has its dates behind it") {
  const auto mode = GENERATE(as<std::string>{}, "", "-layout", "-raw");
  Resume resume = sample();
  for (int extra = 0; extra < 30; extra += 3) {
    resume.work[0].position.value = "Principal Engineer for Platform Reliability and Observability" +
                                    std::string(static_cast<std::size_t>(extra), 'x') + " Programmes";
    INFO(mode << extra);
    CHECK(first_out_of_order(text_of(resume, mode), outline_texts(resume)) == "");
  }
}

TEST_CASE("pdftotext reads right-to-left lines, also with Latin, numbers and signs in them") {
  const auto mode = GENERATE(as<std::string>{}, "", "-layout");
  INFO(mode);
  CHECK(first_out_of_order(text_of(arabic_sample(), mode), outline_texts(arabic_sample())) == "");
  CHECK(first_out_of_order(text_of(arabic_sample(), "-raw"), {"ليلى", "المنصوري", "الأنظمة", "القديمة", "(دون"}) == "");
}

TEST_CASE("lam-alef is drawn once, as one glyph for two letters") {
  FontSet fonts("");
  const Span word{"الأول"};
  const auto cells = fonts.shape({&word, 1}, Direction::right_to_left);
  REQUIRE(cells.size() == 5);
  auto glyph = [&](const Cell& cell) { return fonts.font(cell.font)->used()[cell.code]; };
  CHECK(cells[1].character == U'ل');
  CHECK(glyph(cells[1]).blank);
  CHECK(cells[2].character == U'أ');
  CHECK(glyph(cells[2]).glyph == fonts.font(cells[2].font)->glyph(0xFEF7));
  CHECK(cells[1].advance + cells[2].advance == fonts.font(cells[2].font)->advance(glyph(cells[2]).glyph));
  CHECK_FALSE(glyph(cells[4]).blank);
}

TEST_CASE("a right-to-left line in a left-to-right resume is read back") {
  const Resume resume = with_highlights({"Ran the شركة النخيل account for 3 years.", "Spoke at مؤتمر (دبي) twice"});
  CHECK(first_out_of_order(text_of(resume), outline_texts(resume)) == "");
}

TEST_CASE("no line ends in a hyphen that would be read as a word divided") {
  for (int blanks = 0; blanks < 20; ++blanks) {
    const std::string text =
        std::string(static_cast<std::size_t>(blanks), 'x') +
        " Kafka - Solr - Ein- und Auszahlung - ZooKeeper - Vagrant - Python - Go - Docker - Bash - Git - "
        "Kafka - Solr - Ein- und Auszahlung - ZooKeeper - Vagrant - Python - Go - Docker - Bash - Git";
    INFO(blanks);
    CHECK(first_out_of_order(text_of(with_highlights({text})), {text}) == "");
  }
}

TEST_CASE("the PDF is tagged, has its title and language, links and no time") {
  const std::string pdf = pdf_of(sample());
  const std::string info = asked(pdf, "pdfinfo");
  CHECK(info.find("Tagged:          yes") != std::string::npos);
  CHECK(info.find("Zoë Łukasz-Βασιλική") != std::string::npos);
  CHECK(info.find("Page size:       595.28 x 841.89") != std::string::npos);
  CHECK(pdf.find("/Lang <FEFF0065006E>") != std::string::npos);
  CHECK(pdf.find("CreationDate") == std::string::npos);
  const std::string links = asked(pdf, "pdfinfo -url");
  for (const auto* url : {"mailto:zoe@example.com", "https://github.com/zoe-example", "https://lastivka.example"})
    CHECK(links.find(url) != std::string::npos);
}

TEST_CASE("the structure tree reads the resume as headings, paragraphs and lists") {
  const std::string tree = asked(pdf_of(sample()), "pdfinfo -struct-text");
  CHECK(first_out_of_order(
            tree, {"H1 (block)", "Zoë Łukasz-Βασιλική", "Link (inline)", "zoe@example.com", "H2 (block)", "Experience",
                   "L (block)", "LI (block)", "Lbl (block)", "•", "LBody (block)", "Cut build times"}) == "");
}

TEST_CASE("no page ends in a heading or an entry's opening, none parts one line from a paragraph") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    INFO(seed);
    const Resume resume = of_any_length(seed);
    FontSet fonts("");
    const Layout layout = lay_out({outline(resume), "Ada Byström", "en", Direction::left_to_right}, fonts);
    std::vector<std::size_t> block_size(layout.blocks.size(), 0);
    for (const Row& row : layout.rows) ++block_size[row.block];
    std::size_t seen = 0;
    for (std::size_t page = 0; page < layout.pages.size(); ++page) {
      const auto& rows = layout.pages[page];
      REQUIRE_FALSE(rows.empty());
      std::vector<std::size_t> here(layout.blocks.size(), 0);
      for (const PlacedRow& placed : rows) {
        CHECK(placed.row == seen++);
        CHECK(placed.top + layout.rows[placed.row].height <= page_height - 43.2);
        ++here[layout.rows[placed.row].block];
      }
      const Row& last = layout.rows[rows.back().row];
      CHECK(layout.blocks[last.block] != Tag::heading);
      if (page + 1 < layout.pages.size()) CHECK(last.segments.front().style->face != Face::bold);
      for (const std::size_t block : {layout.rows[rows.front().row].block, last.block})
        if (block_size[block] > 1) CHECK(here[block] > 1);
    }
    CHECK(seen == layout.rows.size());
  }
}

TEST_CASE("the lines of many pages come in order") {
  const Resume resume = of_any_length(7);
  const std::string text = text_of(resume);
  CHECK(first_out_of_order(text, outline_texts(resume)) == "");
  CHECK(std::count(text.begin(), text.end(), '\f') > 1);
}

TEST_CASE("nothing is drawn past the margins") {
  const std::string url =
      "https://example.com/" + std::string(60, 'm') + "/" + std::string(200, 'w') + "?q=" + std::string(90, 'i');
  Resume resume = with_highlights({url, "See " + url, std::string(300, 'W')});
  resume.work[0].position.value = std::string(150, 'T');
  resume.work[0].company.value = "Company";
  resume.work[0].location.value = std::string(150, 'L');
  resume.basics.email.value = std::string(120, 'e') + "@example.com";
  FontSet fonts("");
  const Layout layout = lay_out({outline(resume), "", "en", Direction::left_to_right}, fonts);
  std::string read;
  for (const Row& row : layout.rows)
    for (const Segment& segment : row.segments) {
      CHECK(segment.x >= layout.left - 0.01);
      CHECK(segment.x + segment.width <= layout.right + 0.01);
      for (const Cell& cell : segment.cells) read += cell.character < 0x80 ? static_cast<char>(cell.character) : '?';
    }
  CHECK(read.find(url + "?See " + url) != std::string::npos);
}

TEST_CASE("symbols that no font has are dropped, letters are replaced by plain forms") {
  const auto [given, read] = GENERATE(table<std::string, std::string>({
      {"Rocket \U0001F680 science", "Rocket science"},
      {"\U0001F680 Rocket science", "Rocket science"},
      {"Icon \uE001 font\uF0B7", "Icon font"},
      {"ﬁnance and eﬃcient ﬂow", "finance and efficient flow"},
      {"𝗕𝗼𝗹𝗱 words", "Bold words"},
      {"zero\u200Bwidth and soft\u00ADhyphen", "zerowidth and softhyphen"},
      {"no\u00A0break", "no break"},
      {"heart ❤\uFE0F and flag \U0001F1F3\U0001F1F1 end", "heart ❤ and flag end"},
  }));
  const std::string text = flat(text_of(with_highlights({given})));
  INFO(text);
  CHECK(text.find("• " + read + " ") != std::string::npos);
}

TEST_CASE("letters that no font has are named") {
  const Resume resume = with_highlights({"नमस्ते world"});
  try {
    pdf_of(resume);
    FAIL("drew letters without a font");
  } catch (const Error& error) {
    CHECK(error.code() == Errc::invalid_input);
    CHECK(std::string(error.what()).find("न") != std::string::npos);
    CHECK_FALSE(error.hint().empty());
  }
  CHECK_NOTHROW(render::render(resume, Format::docx));
}

TEST_CASE("missing fonts are not_found and say what to install") {
  const resumax::test::TemporaryFolder empty;
  try {
    render::render(sample(), Format::pdf, {empty.path()});
    FAIL("drew without fonts");
  } catch (const Error& error) {
    CHECK(error.code() == Errc::not_found);
    CHECK(error.hint().find("fonts-liberation") != std::string::npos);
  }
}

namespace {

// A TrueType file by its tables, read here independently of the code under test.
class Tables {
 public:
  explicit Tables(std::string bytes) : bytes_(std::move(bytes)) {
    long_ = u16(at("head") + 50) != 0;
    count = u16(at("maxp") + 4);
  }
  unsigned count = 0;

  std::string table(std::string_view tag) const {
    for (std::size_t i = 0; i < u16(4); ++i)
      if (bytes_.compare(12 + i * 16, 4, tag) == 0) return bytes_.substr(u32(12 + i * 16 + 8), u32(12 + i * 16 + 12));
    return "";
  }

  // A glyph's outline with its parts in place of their numbers.
  std::string drawn(unsigned glyph) const {
    const std::size_t begin = loca(glyph), end = loca(glyph + 1), glyf = at("glyf");
    if (begin == end) return "";
    if ((u16(glyf + begin) & 0x8000) == 0)
      return bytes_.substr(glyf + begin, end - begin).substr(0, 10 + 2 * u16(glyf + begin));
    std::string out = "composite";
    unsigned flags = 0x20;
    for (std::size_t here = glyf + begin + 10; flags & 0x20;) {
      flags = u16(here);
      const std::size_t size = (flags & 1 ? 4U : 2U) + (flags & 8 ? 2U : flags & 0x40 ? 4U : flags & 0x80 ? 8U : 0U);
      out += bytes_.substr(here, 2) + bytes_.substr(here + 4, size) + "{" + drawn(u16(here + 2)) + "}";
      here += 4 + size;
    }
    return out;
  }
  bool composite(unsigned glyph) const {
    return loca(glyph) != loca(glyph + 1) && (u16(at("glyf") + loca(glyph)) & 0x8000);
  }

 private:
  unsigned u16(std::size_t i) const {
    return static_cast<unsigned char>(bytes_.at(i)) * 256U + static_cast<unsigned char>(bytes_.at(i + 1));
  }
  std::size_t u32(std::size_t i) const { return u16(i) * std::size_t{65536} + u16(i + 2); }
  std::size_t at(std::string_view tag) const {
    for (std::size_t i = 0; i < u16(4); ++i)
      if (bytes_.compare(12 + i * 16, 4, tag) == 0) return u32(12 + i * 16 + 8);
    return bytes_.size();
  }
  std::size_t loca(unsigned glyph) const {
    return long_ ? u32(at("loca") + glyph * 4UL) : u16(at("loca") + glyph * 2UL) * std::size_t{2};
  }

  std::string bytes_;
  bool long_ = false;
};

}  // namespace

TEST_CASE("a font subset draws every composite glyph as its source does") {
  for (const auto* path : {"/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
                           "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"}) {
    INFO(path);
    REQUIRE(std::filesystem::exists(path));
    const Tables source(resumax::test::read_file(path));
    std::vector<SubsetSlot> slots{{0, 0, false}, {5, 100, true}};
    for (unsigned glyph = 0; glyph < source.count; ++glyph)
      if (source.composite(glyph)) slots.push_back({glyph, 500, false});
    REQUIRE(slots.size() > 200);
    const Tables subset(subset_truetype([&](std::string_view tag) { return source.table(tag); }, slots));
    CHECK(subset.count > slots.size());
    CHECK(subset.drawn(1) == "");
    std::size_t wrong = 0;
    for (std::size_t i = 2; i < slots.size(); ++i)
      if (subset.drawn(static_cast<unsigned>(i)) != source.drawn(slots[i].glyph)) ++wrong;
    CHECK(wrong == 0);
  }
}

TEST_CASE("a damaged font table is an error, not a crash") {
  const Tables source(resumax::test::read_file("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"));
  for (const auto* broken : {"loca", "glyf", "hmtx", "head", "maxp"}) {
    INFO(broken);
    auto table = [&](std::string_view tag) {
      return tag == broken ? source.table(tag).substr(0, 8) : source.table(tag);
    };
    CHECK_THROWS_AS(subset_truetype(table, {{0, 0, false}, {900, 500, false}}), Error);
  }
}
