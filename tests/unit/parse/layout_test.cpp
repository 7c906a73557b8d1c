#include <resumax/parse/layout.hpp>
#include <resumax/parse/parse.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

using namespace resumax;

namespace {

/// Draws words on pages the way a PDF has them: half the font size wide a letter, blanks a quarter.
class Painter {
 public:
  Painter() {
    document_.format = document::Format::pdf;
    document_.fonts = {{"Sans", false, false}, {"Sans-Bold", true, false}};
    page();
  }

  void page() { document_.pages.push_back({600, 800, {}}); }

  void text(double x, double y, const std::string& line, float size = 10, bool bold = false) {
    for (std::size_t begin = 0; begin < line.size();) {
      const std::size_t end = std::min(line.find(' ', begin), line.size());
      const std::string word = line.substr(begin, end - begin);
      const double width = 0.5 * static_cast<double>(size) * static_cast<double>(word.size());
      document::Word out;
      out.text = word;
      out.box = {x, y, x + width, y + static_cast<double>(size)};
      out.size = size;
      out.font = bold ? 1 : 0;
      document_.pages.back().words.push_back(out);
      x += width + 0.25 * static_cast<double>(size);
      begin = end + 1;
    }
  }

  /// A word that ends at x, as right-to-left lines are built.
  void word_to(double x, double y, const std::string& text, double width) {
    document::Word out;
    out.text = text;
    out.box = {x - width, y, x, y + 10};
    out.size = 10;
    document_.pages.back().words.push_back(out);
  }

  const document::Document& document() const { return document_; }
  std::vector<std::string> lines() const {
    std::vector<std::string> out;
    for (const parse::Line& line : parse::lay_out(document_).lines) out.push_back(line.text);
    return out;
  }

 private:
  document::Document document_;
};

using Lines = std::vector<std::string>;

std::ptrdiff_t place(const Lines& lines, const std::string& text) {
  return std::find(lines.begin(), lines.end(), text) - lines.begin();
}

}  // namespace

TEST_CASE("a wrapped bullet is one line, the next bullet another") {
  Painter painter;
  painter.text(50, 100, "• Moved the ledger from nightly batches to a stream of events that");
  painter.text(60, 112, "settles within minutes");
  painter.text(50, 124, "• Wrote the handbook");
  CHECK(painter.lines() ==
        Lines{"Moved the ledger from nightly batches to a stream of events that settles within minutes",
              "Wrote the handbook"});
}

TEST_CASE("a name that wraps goes on where its line ends in the middle of a phrase") {
  Painter painter;
  painter.text(50, 60, "Faculty of Harbour Engineering and", 12, true);
  painter.text(50, 74, "Navigation", 12, true);
  painter.text(50, 100, "Diploma with a thesis on the tides of the northern ports and their piers | Jan");
  painter.text(50, 112, "2012 - Jan 2016");
  painter.text(50, 150, "Harbour Board", 12, true);
  painter.text(50, 164, "Oslo Office", 12, true);
  for (int i = 0; i < 4; ++i)
    painter.text(50, 190 + 12 * i,
                 "and so the text of this page runs on from one edge to the other edge of it all the way");
  const Lines lines = painter.lines();
  CHECK(place(lines, "Faculty of Harbour Engineering and Navigation") == 0);
  CHECK(place(lines,
              "Diploma with a thesis on the tides of the northern ports and their piers | Jan 2012 - Jan 2016") == 1);
  CHECK(place(lines, "Harbour Board") == 2);
}

TEST_CASE("a mail address broken at the edge of a narrow column is one word") {
  Painter painter;
  painter.text(50, 100, "NILS.HAVERGAL@PORTELLERY.E");
  painter.text(50, 112, "XAMPLE");
  painter.text(50, 140, "Harbour Street 12, Port Ell");
  CHECK(painter.lines().at(0) == "NILS.HAVERGAL@PORTELLERY.EXAMPLE");
}

TEST_CASE("an address that had room is whole, and what stands below it is a paragraph") {
  Painter painter;
  painter.text(50, 40, "Ada Brandt", 20, true);
  painter.text(50, 70, "Rigging Engineer");
  painter.text(50, 84, "Bergen, Norway | ada.brandt@example.org | https://brandt.example/");
  painter.text(50, 98,
               "Engineer who has kept cranes and their operators safe in four ports of the north for twelve years");
  painter.text(50, 112, "and who writes down what she learns.");
  painter.text(50, 150, "EXPERIENCE", 12, true);
  painter.text(50, 170, "Rigging Engineer, Nordkran AS, 2014 - 2022");
  const Resume resume = parse::parse_resume(painter.document()).resume;
  CHECK(resume.basics.url.value == "https://brandt.example");
  CHECK(resume.basics.summary.value.starts_with("Engineer who has kept"));
  CHECK(resume.basics.summary.value.ends_with("she learns."));
}

TEST_CASE("items that end with their dates are items, however long") {
  Painter painter;
  painter.text(50, 100, "Master of Soundings in Narrow and Crowded Waters, Board of the Northern Coast (May 2021)");
  painter.text(50, 113, "Keeper of Lamps, Port Ellery College (November 2022)");
  painter.text(50, 126, "Signals, the lower grade, Port Ellery College (2019)");
  CHECK(painter.lines().size() == 3);
}

TEST_CASE("a long head whose date wraps is still a head") {
  Painter painter;
  painter.text(50, 40, "Ada Brandt", 20, true);
  painter.text(50, 70, "EDUCATION", 12, true);
  painter.text(50, 90, "Oslo Maritime College", 11, true);
  painter.text(50, 104, "Diploma in Crane Work, with a thesis on tides of ports and of their long piers | Jan");
  painter.text(50, 116, "2012 - Jan 2016");
  painter.text(50, 140, "Bergen Trade School", 11, true);
  painter.text(50, 154, "Certificate in Rigging | Jan 2009 - Jan 2011");
  const auto education = parse::parse_resume(painter.document()).resume.education;
  REQUIRE(education.size() == 2);
  CHECK(education[0].dates.start.date == Date{2012, 1, 0});
  CHECK(education[0].dates.end.date == Date{2016, 1, 0});
  CHECK(education[1].institution.value == "Bergen Trade School");
}

TEST_CASE("a paragraph of ideographs is prose, and its line breaks leave no blanks") {
  Painter painter;
  painter.text(50, 40, "林远航", 6);
  painter.text(50, 60, "港口起重机操作与维护工程师拥有十二年北方港口的安全管理经验擅长培", 4);
  painter.text(50, 65, "训新的操作员并编写手册，曾带领六人小组完成三座码头的设备更新。", 4);
  const Resume resume = parse::parse_resume(painter.document()).resume;
  CHECK(resume.basics.summary.value ==
        "港口起重机操作与维护工程师拥有十二年北方港口的安全管理经验擅长培训新的操作员并编写手册，曾带领六人小组完成三座"
        "码头的设备更新。");
}

TEST_CASE("a name set over three lines is one name, and the large line below it is no paragraph") {
  Painter painter;
  painter.text(200, 40, "Marta", 30);
  painter.text(200, 75, "Oliveira", 30);
  painter.text(200, 110, "Quental", 30, true);
  painter.text(200, 150, "Harbour pilot with nine years on ferries, tugs and dredgers", 16);
  painter.text(200, 168, "in two languages", 16);
  painter.text(200, 200, "PROFILE", 13, true);
  for (int i = 0; i < 6; ++i)
    painter.text(200, 220 + 12 * i, "I bring ships in by day and by night and train the pilots who follow.");
  const Basics basics = parse::parse_resume(painter.document()).resume.basics;
  CHECK(basics.name.value == "Marta Oliveira Quental");
  CHECK(basics.label.value.starts_with("Harbour pilot"));
  CHECK(basics.summary.value.starts_with("I bring ships in"));
}

TEST_CASE("a hyphen at the line's end goes where it parts a word and stays where it joins two") {
  Painter painter;
  painter.text(50, 100, "Took the night shift on call for the terminals and two intern-");
  painter.text(50, 112, "ships, then the weekend shift of every second month and on-");
  painter.text(50, 124, "call work");
  const Lines lines = painter.lines();
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find("internships") != std::string::npos);
  CHECK(lines[0].find("on-call work") != std::string::npos);
}

TEST_CASE("a side bar is read after or before the main text, never between its lines") {
  Painter painter;
  painter.text(40, 40, "CONTACT", 12, true);
  painter.text(40, 60, "ada@example.org");
  painter.text(40, 80, "SKILLS", 12, true);
  for (int i = 0; i < 24; ++i) painter.text(40, 100 + 17 * i, "Skill" + std::to_string(i));
  painter.text(220, 40, "EXPERIENCE", 12, true);
  for (int i = 0; i < 30; ++i) painter.text(220, 60 + 14 * i, "Main" + std::to_string(i));
  const Lines lines = painter.lines();
  const std::ptrdiff_t skill = place(lines, "Skill0"), main = place(lines, "Main0");
  CHECK(place(lines, "Skill23") == skill + 23);
  CHECK(place(lines, "Main29") == main + 29);
  CHECK(place(lines, "SKILLS") == skill - 1);
  CHECK(place(lines, "EXPERIENCE") == main - 1);
}

TEST_CASE("a column goes on over the page break before the other column starts") {
  Painter painter;
  for (int page = 0; page < 2; ++page) {
    if (page == 1) painter.page();
    painter.text(40, 40, page == 0 ? "SKILLS" : "LANGUAGES", 12, true);
    for (int i = 0; i < 24; ++i) painter.text(40, 60 + 17 * i, "Side" + std::to_string(page * 24 + i));
    painter.text(220, 40, page == 0 ? "EXPERIENCE" : "EDUCATION", 12, true);
    for (int i = 0; i < 30; ++i) painter.text(220, 60 + 14 * i, "Main" + std::to_string(page * 30 + i));
  }
  const Lines lines = painter.lines();
  CHECK(place(lines, "EDUCATION") == place(lines, "Main29") + 1);
  CHECK(place(lines, "LANGUAGES") == place(lines, "Side23") + 1);
}

TEST_CASE("section names in a margin column head what stands beside them") {
  Painter painter;
  const char* names[] = {"SUMMARY", "EXPERIENCE", "EDUCATION"};
  double y = 60;
  for (int s = 0; s < 3; ++s, y += 40) {
    painter.text(40, y, names[s], 10, true);
    for (int i = 0; i < 4; ++i, y += 12)
      painter.text(160, y, "Text" + std::to_string(s) + std::to_string(i) + " with a few words of its own");
  }
  const Lines lines = painter.lines();
  for (int s = 0; s < 3; ++s) {
    const std::ptrdiff_t name = place(lines, names[s]);
    REQUIRE(name + 1 < std::ssize(lines));
    CHECK(lines[static_cast<std::size_t>(name) + 1].starts_with("Text" + std::to_string(s) + "0"));
  }
}

TEST_CASE("labels set against the gutter head what stands close beside them") {
  Painter painter;
  const auto label = [&](double y, const std::string& text) {
    double width = -2.5;
    for (std::size_t at = 0; at <= text.size(); ++at) width += at == text.size() || text[at] == ' ' ? 2.5 : 5;
    painter.text(120 - width, y, text);
  };
  painter.text(50, 60, "Petra Lindqvist", 24, true);
  painter.text(128, 120, "Experience", 14);
  label(145, "December");
  painter.text(128, 145, "Harbour Pilot, Northport Docks", 10, true);
  label(157, "2019-March");
  painter.text(128, 157, "Brings container ships of any size from the roads to their berth, by day");
  label(169, "2022");
  painter.text(160, 169, "Trained nine pilots");
  painter.text(160, 181, "Rewrote the rules for fog");
  painter.text(160, 193, "Spoke for the pilots in the harbour board");
  label(215, "2015-2019");
  painter.text(128, 215, "Mate, Tidewater Lines", 10, true);
  painter.text(160, 227, "Stood the watch on coastal runs");
  painter.text(160, 239, "Kept charts and logs");
  painter.text(128, 270, "Skills", 14);
  label(295, "Vessels");
  painter.text(128, 295, "tankers, ferries, tugs");
  label(310, "Radio");
  painter.text(128, 310, "VHF, AIS, GMDSS");
  CHECK(painter.lines() ==
        Lines{"Petra Lindqvist", "Experience", "December 2019-March 2022", "Harbour Pilot, Northport Docks",
              "Brings container ships of any size from the roads to their berth, by day", "Trained nine pilots",
              "Rewrote the rules for fog", "Spoke for the pilots in the harbour board", "2015-2019",
              "Mate, Tidewater Lines", "Stood the watch on coastal runs", "Kept charts and logs", "Skills", "Vessels",
              "tankers, ferries, tugs", "Radio", "VHF, AIS, GMDSS"});
}

TEST_CASE("section names in a margin column stay so below the contact data of that column") {
  Painter painter;
  painter.text(150, 60, "Ottoline Marsh", 28);
  painter.text(60, 62, "o.marsh@mail.example");
  painter.text(100, 74, "+44 20 7946");
  painter.text(150, 100, "Bookbinder", 16);
  double y = 140;
  for (const char* name : {"Profile", "Experience", "Education"}) {
    painter.text(130 - 7 * static_cast<double>(std::string(name).size()), y, name, 14);
    for (int i = 0; i < 5; ++i, y += 12)
      painter.text(150, y, std::string(name) + std::to_string(i) + " with a few more words of its own");
    y += 20;
  }
  const Lines lines = painter.lines();
  for (const std::string name : {"Profile", "Experience", "Education"}) {
    const std::ptrdiff_t head = place(lines, name);
    REQUIRE(head + 1 < std::ssize(lines));
    CHECK(lines[static_cast<std::size_t>(head) + 1].starts_with(name + "0"));
  }
  CHECK(place(lines, "Bookbinder") < place(lines, "Profile"));
}

TEST_CASE("a few contact lines beside the start of the main text are a side bar") {
  Painter painter;
  painter.text(50, 60, "Ottoline Marsh", 28);
  double y = 120;
  for (const char* contact : {"Leeds, England", "o.marsh@mail.example", "+44 20 7946", "marsh-binds.example/work"})
    painter.text(50, y, contact, 9), y += 14;
  y = 118;
  painter.text(190, y, "Experience", 14);
  for (int i = 0; i < 40; ++i)
    painter.text(190, y += 14, "Line" + std::to_string(i) + " of what was done at the bindery");
  const Lines lines = painter.lines();
  REQUIRE(place(lines, "Experience") + 2 == std::ssize(lines));
  CHECK(lines.back().starts_with("Line0 of what was done at the bindery Line1 of"));
  CHECK(lines[2] == "o.marsh@mail.example");
}

TEST_CASE("a letter of another font that stands before several items is their mark, whatever it means") {
  Painter painter;
  for (int i = 0; i < 4; ++i) {
    painter.text(50, 100 + 14 * i, "{", 10, true);
    painter.text(64, 100 + 14 * i, "Kept the books of mill number " + std::to_string(i));
  }
  painter.text(50, 180, "B", 10, true);
  painter.text(64, 180, "Sharp was the key of it");
  const parse::Flow flow = parse::lay_out(painter.document());
  REQUIRE(flow.lines.size() == 5);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(flow.lines[i].bullet);
    CHECK(flow.lines[i].text == "Kept the books of mill number " + std::to_string(i));
  }
  CHECK_FALSE(flow.lines[4].bullet);
}

TEST_CASE("headings above label columns that start at their edge part the lists") {
  Painter painter;
  double y = 60;
  const auto rows = [&](const std::string& head, const std::vector<std::pair<std::string, std::string>>& pairs) {
    painter.text(50, y += 24, head, 10, true);
    for (const auto& [label, value] : pairs) {
      painter.text(50, y += 15, label);
      painter.text(160, y, value);
      painter.text(160, y += 12, "which is told here in a line of its own");
    }
  };
  rows("EXPERIENCE", {{"2019 - 2022", "Harbour Works"}, {"2015 - 2019", "Tidewater Lines"}});
  rows("EDUCATION", {{"2013 - 2015", "School of Pilots"}, {"2009 - 2013", "Grammar School"}});
  const Lines lines = painter.lines();
  const Lines expected{"EXPERIENCE", "2019 - 2022", "Harbour Works", "which is told here in a line of its own"};
  REQUIRE(lines.size() > 4);
  CHECK(Lines(lines.begin(), lines.begin() + 4) == expected);
  CHECK(place(lines, "EDUCATION") + 1 == place(lines, "2013 - 2015"));
  CHECK(place(lines, "EDUCATION") + 2 == place(lines, "School of Pilots"));
}

TEST_CASE("what stands out at the column's edge is no rest of the item above it") {
  Painter painter;
  painter.text(50, 60, "Harbour Works since 2015");
  painter.text(66, 72, "• Trained nine pilots in all of the weathers that the roads know");
  painter.text(50, 84, "mars 2012 – juin 2015");
  painter.text(50, 96, "Tidewater Lines of the northern coast and all of the islands off it");
  CHECK(painter.lines() ==
        Lines{"Harbour Works since 2015", "Trained nine pilots in all of the weathers that the roads know",
              "mars 2012 – juin 2015", "Tidewater Lines of the northern coast and all of the islands off it"});
}

TEST_CASE("a name beside small print is a line of its own") {
  Painter painter;
  painter.text(50, 70, "Leeds", 9);
  painter.text(90, 60, "Ottoline Marsh", 32);
  painter.text(50, 120, "Binds books");
  const Lines lines = painter.lines();
  CHECK(place(lines, "Ottoline Marsh") < 2);
  CHECK(place(lines, "Leeds") < 2);
}

TEST_CASE("section names off their texts head them, though a text holds the words of headings") {
  Painter painter;
  const char* names[] = {"CONTACT", "EXPERIENCE", "EDUCATION", "LANGUAGES"};
  double y = 60;
  for (int s = 0; s < 4; ++s, y += 40) {
    painter.text(40, y + 18, names[s], 10, true);
    painter.text(160, y, s == 1 ? "Freelance" : "First" + std::to_string(s), 10, s == 1), y += 12;
    for (int i = 0; i < 3; ++i, y += 12)
      painter.text(160, y, "Text" + std::to_string(s) + std::to_string(i) + " with a few words of its own");
  }
  const Lines lines = painter.lines();
  CHECK(place(lines, "CONTACT") + 1 == place(lines, "First0"));
  CHECK(place(lines, "EXPERIENCE") + 1 == place(lines, "Freelance"));
  CHECK(place(lines, "EDUCATION") + 1 == place(lines, "First2"));
  CHECK(place(lines, "LANGUAGES") + 1 == place(lines, "First3"));
}

TEST_CASE("section names beside texts whose lines are mostly set in") {
  Painter painter;
  const char* names[] = {"Education", "Skills", "Languages"};
  double y = 60;
  for (int s = 0; s < 3; ++s, y += 30) {
    painter.text(40, y, names[s], 15);
    for (int group = 0; group < 2; ++group, y += 10) {
      painter.text(160, y, "Group" + std::to_string(s) + std::to_string(group), 10, true);
      for (int i = 0; i < 4; ++i)
        y += 16,
            painter.text(190, y,
                         "Term" + std::to_string(s) + std::to_string(i) + " of the northern coast and its harbours");
      y += 16;
    }
  }
  const Lines lines = painter.lines();
  for (int s = 0; s < 3; ++s) CHECK(place(lines, names[s]) + 1 == place(lines, "Group" + std::to_string(s) + "0"));
}

TEST_CASE("a heading over a table heads both columns, and rows stay rows") {
  Painter painter;
  painter.text(50, 100, "Experience", 14, true);
  painter.text(50, 130, "2019 to 2021");
  painter.text(180, 130, "Harbour Works", 10, true);
  painter.text(180, 143, "Clerk of the tide tables and of the lamps");
  painter.text(50, 170, "2016 to 2019");
  painter.text(180, 170, "North Quay", 10, true);
  painter.text(180, 183, "Keeper of the lamps on the outer wall");
  painter.text(50, 220, "Languages", 14, true);
  painter.text(50, 250, "Swedish");
  painter.text(180, 250, "Native");
  painter.text(50, 270, "Danish");
  painter.text(180, 270, "Fluent");
  painter.text(50, 290, "Polish");
  painter.text(180, 290, "Basic");
  const Lines lines = painter.lines();
  CHECK(place(lines, "Experience") < place(lines, "Harbour Works"));
  CHECK(place(lines, "Keeper of the lamps on the outer wall") < place(lines, "Languages"));
  CHECK(place(lines, "Swedish\tNative") < place(lines, "Danish\tFluent"));
  CHECK(place(lines, "Polish\tBasic") < static_cast<std::ptrdiff_t>(lines.size()));
}

TEST_CASE("a date wrapped in a narrow column at the end is one date on its entry's first line") {
  Painter painter;
  painter.text(50, 100, "Harbour Works", 10, true);
  painter.text(480, 100, "Sep 2019 – Jun");
  painter.text(50, 113, "Clerk of the tide tables");
  painter.text(480, 113, "2021");
  painter.text(50, 140, "North Quay", 10, true);
  painter.text(480, 140, "May 2016 – Aug");
  painter.text(50, 153, "Keeper of the lamps");
  painter.text(480, 153, "2019");
  CHECK(painter.lines() == Lines{"Harbour Works\tSep 2019 – Jun 2021", "Clerk of the tide tables",
                                 "North Quay\tMay 2016 – Aug 2019", "Keeper of the lamps"});
}

TEST_CASE("dates over several lines in a column at the end, off the lines beside them, are whole") {
  Painter painter;
  const auto entry = [&](double y, const Lines& dates, const std::string& name) {
    painter.text(50, y, name, 10, true);
    painter.text(50, y + 18, "Kept the lamps of the outer wall and all the bells of the");
    painter.text(50, y + 31, "northern quay, and wrote of it in the book of the harbour");
    for (std::size_t i = 0; i < dates.size(); ++i)
      painter.text(500 - 2.5 * static_cast<double>(dates[i].size()), y + 5 + 14 * static_cast<double>(i), dates[i]);
  };
  entry(100, {"April 2020", "—", "March 2022", "2 years"}, "Keeper of the lamps, North Quay");
  entry(180, {"May 2018", "—", "April 2020", "a year"}, "Clerk, Harbour Works");
  const Lines lines = painter.lines();
  CHECK(lines[0] == "Keeper of the lamps, North Quay\tApril 2020 — March 2022\t2 years");
  CHECK(place(lines, "Clerk, Harbour Works\tMay 2018 — April 2020\ta year") == 3);
}

TEST_CASE("lists in two columns are read item by item") {
  Painter painter;
  painter.text(50, 100, "Harbour Works", 10, true);
  painter.text(470, 100, "2019 – 2021");
  painter.text(50, 114, "• Wrote the tide tables of");
  painter.text(67.5, 127, "both harbours by hand");
  painter.text(50, 140, "• Kept the lamps");
  painter.text(300, 114, "• Taught the keepers of");
  painter.text(317.5, 127, "the outer wall to read");
  painter.text(300, 140, "• Mended the bell");
  CHECK(painter.lines() == Lines{"Harbour Works\t2019 – 2021", "Wrote the tide tables of both harbours by hand",
                                 "Kept the lamps", "Taught the keepers of the outer wall to read", "Mended the bell"});
}

TEST_CASE("pictures of an icon font are no list marks, and part what stands beside them") {
  Painter painter;
  painter.text(50, 100, "\xEF\x82\xB1 Experience", 14, true);
  painter.text(50, 130, "\xEF\x83\xA0 nils@example.com \xEF\x82\x95 5550100");
  painter.text(50, 160, "\xEF\x82\xB7 Kept the lamps");
  const auto lines = parse::lay_out(painter.document()).lines;
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].text == "Experience");
  CHECK_FALSE(lines[0].bullet);
  CHECK(lines[1].text == "nils@example.com\t5550100");
  CHECK(lines[2].text == "Kept the lamps");
  CHECK(lines[2].bullet);
}

TEST_CASE("dates at the right edge stay on the line they belong to") {
  Painter painter;
  painter.text(50, 100, "Quayside Ltd", 10, true);
  painter.text(480, 100, "2019 - 2021");
  painter.text(50, 112, "Engineer");
  painter.text(50, 124, "Ran the lock gates of the old canal and kept the log of every ship that passed by");
  CHECK(painter.lines().at(0) == "Quayside Ltd\t2019 - 2021");
}

TEST_CASE("letter-spaced headings close up") {
  Painter painter;
  double x = 50;
  for (const std::string letter : {"S", "K", "I", "L", "L", "S"}) {
    painter.text(x, 100, letter);
    x += 9;
  }
  CHECK(painter.lines() == Lines{"SKILLS"});
}

TEST_CASE("small capitals are words, and a letter before smaller text is not always one of them") {
  Painter painter;
  // "Work Experience", each word a large initial and smaller letters, spaced a little.
  for (const auto& [x, text, size] : std::vector<std::tuple<double, std::string, float>>{
           {50, "W", 12}, {56.8, "ORK", 9}, {74, "E", 12}, {80.8, "XPERIENCE", 9}})
    painter.text(x, 100 + (12 - static_cast<double>(size)), text, size);
  // "Nov 2021", its small letters words of their own.
  for (const auto& [x, text, size] : std::vector<std::tuple<double, std::string, float>>{
           {50, "N", 10}, {55.8, "o", 7}, {60, "v", 7}, {66.5, "2021", 10}})
    painter.text(x, 130 + (10 - static_cast<double>(size)), text, size);
  // A grade, then a note in smaller print.
  painter.text(50, 160, "A", 12);
  painter.text(59, 163, "with", 9);
  painter.text(79, 163, "honours", 9);
  CHECK(painter.lines() == Lines{"WORK EXPERIENCE", "Nov 2021", "A with honours"});
}

TEST_CASE("a name at one side of the top and the ways to reach its bearer at the other are read one after the other") {
  Painter painter;
  painter.text(50, 40, "NILS", 30, true);
  painter.text(50, 74, "HAVERGAL", 30, true);
  painter.text(50, 112, "Keeper of tide tables");
  painter.text(430, 40, "nils@havergal.example");
  painter.text(430, 62, "+44 20 5550 1234");
  painter.text(430, 84, "Port Ellery");
  painter.text(430, 106, "havergal.example");
  painter.text(50, 140, "Summary", 14, true);
  for (int i = 0; i < 4; ++i)
    painter.text(
        50, 165 + 13 * i,
        "Text" + std::to_string(i) + " of the whole width of the page and some more of its words to fill the line up");
  const Lines lines = painter.lines();
  CHECK(place(lines, "Keeper of tide tables") < place(lines, "nils@havergal.example"));
  CHECK(place(lines, "nils@havergal.example") < place(lines, "Port Ellery"));
  CHECK(place(lines, "havergal.example") < place(lines, "Summary"));
}

TEST_CASE("a heading below short lines side by side heads the text under it") {
  Painter painter;
  painter.text(50, 40, "Nils Havergal", 20, true);
  const char* left[] = {"Port Ellery", "Swedish, Danish", "Bells and lamps", "Tide tables"};
  const char* right[] = {"nils@havergal.example", "020 5550 1234", "havergal.example", "Driver, class C"};
  for (int i = 0; i < 4; ++i) {
    painter.text(50, 80 + 75 * i, left[i]);
    painter.text(330, 91 + 75 * i, right[i]);
  }
  painter.text(50, 350, "Experience", 14, true);
  for (int i = 0; i < 4; ++i)
    painter.text(
        50, 380 + 13 * i,
        "Text" + std::to_string(i) + " of the whole width of the page and some more of its words to fill the line up");
  const Lines lines = painter.lines();
  CHECK(place(lines, "Driver, class C") < place(lines, "Experience"));
  CHECK(place(lines, "Tide tables") < place(lines, "Experience"));
}

TEST_CASE("two sections side by side under headings of one line are read one after the other") {
  Painter painter;
  painter.text(50, 100, "Education", 14, true);
  painter.text(50, 125, "Harbour College");
  painter.text(480, 125, "2009 - 2012");
  painter.text(50, 138, "Tides and Currents");
  painter.text(50, 170, "Skills", 14, true);
  painter.text(320, 170, "Languages", 14, true);
  const char* skills[] = {"Soundings", "Charts", "Ropework", "Signals"};
  const char* languages[] = {"Swedish (native)", "Danish (fluent)"};
  for (int i = 0; i < 4; ++i) painter.text(50, 195 + 13 * i, skills[i]);
  for (int i = 0; i < 2; ++i) painter.text(320, 195 + 13 * i, languages[i]);
  painter.text(50, 270, "Interests", 14, true);
  painter.text(50, 295, "Bells and lamps of the northern coast, and the people who keep them in good repair");
  const Lines lines = painter.lines();
  CHECK(place(lines, "Signals") < place(lines, "Languages"));
  CHECK(place(lines, "Languages") < place(lines, "Swedish (native)"));
  CHECK(place(lines, "Danish (fluent)") < place(lines, "Interests"));
}

TEST_CASE("lines set against the end of a column wrap there") {
  Painter painter;
  const auto against_end = [&](double y, const std::string& line, bool bold = false) {
    const auto words = static_cast<double>(std::count(line.begin(), line.end(), ' '));
    painter.text(560 - 5 * (static_cast<double>(line.size()) - words) - 2.5 * words, y, line, 10, bold);
  };
  painter.text(50, 60, "Summary", 14, true);
  for (int i = 0; i < 40; ++i) painter.text(50, 85 + 13 * i, "Words of a text that is set from the start");
  const char* names[] = {"SKILLS",
                         "Charts",
                         "Soundings",
                         "Ropework",
                         "CERTIFICATES",
                         "Master of Soundings in Narrow",
                         "Waters, Board of the Coast",
                         "(May 2021)",
                         "Keeper of Lamps (2019)"};
  double y = 85;
  for (const char* name : names) {
    y += std::string(name) == "CERTIFICATES" ? 30 : 13;
    against_end(y, name, y < 100 || std::string(name) == "CERTIFICATES");
  }
  y += 30;
  against_end(y, "LANGUAGES", true);
  for (const char* name : {"Swedish", "Danish", "Old Norse"}) {
    y += 13;
    against_end(y, name);
  }
  const Lines lines = painter.lines();
  CHECK(place(lines, "Master of Soundings in Narrow Waters, Board of the Coast (May 2021)") <
        place(lines, "Keeper of Lamps (2019)"));
  CHECK(place(lines, "Ropework") < place(lines, "LANGUAGES"));
  CHECK(place(lines, "Danish") + 1 == place(lines, "Old Norse"));
}

TEST_CASE("the dates above a pair of sections belong to the section they stand in") {
  Painter painter;
  painter.text(50, 60, "Education", 14, true);
  for (int i = 0; i < 6; ++i) {
    painter.text(50, 85 + 45 * i, "Harbour College " + std::to_string(i), 10, true);
    painter.text(480, 85 + 45 * i, std::to_string(2010 - i) + " - " + std::to_string(2011 - i));
    painter.text(50, 98 + 45 * i, "Tides and Currents");
  }
  painter.text(50, 370, "Skills", 14, true);
  painter.text(320, 370, "Languages", 14, true);
  for (int i = 0; i < 6; ++i) {
    painter.text(50, 395 + 13 * i, "Skill" + std::to_string(i));
    painter.text(320, 395 + 13 * i, "Language" + std::to_string(i));
  }
  const Lines lines = painter.lines();
  for (int i = 0; i < 6; ++i)
    CHECK(place(lines, "Harbour College " + std::to_string(i) + "\t" + std::to_string(2010 - i) + " - " +
                           std::to_string(2011 - i)) < place(lines, "Skills"));
  CHECK(place(lines, "Skill5") < place(lines, "Languages"));
  CHECK(place(lines, "Language5") + 1 == std::ssize(lines));
}

TEST_CASE("dates that wrap in a column at the start, set against its end, head what stands beside them") {
  Painter painter;
  painter.text(50, 40, "Nils Havergal", 20, true);
  painter.text(140, 100, "Experience", 14, true);
  painter.text(69.5, 125, "Mar 2020 –");
  painter.text(85, 138, "Present");
  painter.text(140, 125, "Dispatch Manager, Harbourline Ltd, Leeds.", 10, true);
  painter.text(140, 138, "Keeps nine vans and their drivers on the road in all weathers.");
  painter.text(144, 151, "•");
  painter.text(154, 151, "Kept the fleet book");
  painter.text(57, 168, "Jan 2017 – Feb");
  painter.text(100, 181, "2020");
  painter.text(140, 168, "Sales Clerk, Osterby, York.", 10, true);
  painter.text(140, 181, "Wrote the price list and answered forty calls a day.");
  painter.text(140, 210, "Skills", 14, true);
  const char* labels[] = {"Planning", "Selling"};
  const char* terms[] = {"Routes, Rotas", "Prices, Orders"};
  for (int i = 0; i < 2; ++i) {
    painter.text(80, 235 + 13 * i, labels[i], 10, true);
    painter.text(140, 235 + 13 * i, terms[i]);
  }
  const Resume resume = parse::parse_resume(painter.document()).resume;
  REQUIRE(resume.work.size() == 2);
  CHECK(resume.work[0].position.value == "Dispatch Manager");
  CHECK(resume.work[0].company.value == "Harbourline Ltd");
  CHECK(resume.work[0].dates.end.present);
  CHECK(resume.work[0].summary.value.starts_with("Keeps nine vans"));
  CHECK(resume.work[0].highlights.size() == 1);
  CHECK(resume.work[1].location.value == "York");
  CHECK(resume.work[1].dates.start.date == Date{2017, 1, 0});
  CHECK(resume.work[1].dates.end.date == Date{2020, 2, 0});
  REQUIRE(resume.skills.size() == 2);
  CHECK(resume.skills[0].name.value == "Planning");
}

TEST_CASE("dates beside entries that are mostly lists, and a joiner between two looks") {
  Painter painter;
  painter.text(50, 40, "Nils Havergal", 20, true);
  painter.text(50, 90, "Experience", 14, true);
  const char* dates[] = {"Mar 2020 – Present", "Jan 2017 – Feb 2020", "May 2015 – Dec 2016"};
  const char* titles[] = {"Dispatcher", "Clerk", "Runner"};
  const char* employers[] = {"Harbourline", "Osterby", "Wessex"};
  double y = 120;
  for (int e = 0; e < 3; ++e, y += 14) {
    painter.text(50, y, dates[e]);
    const double at = 160 + 5.0 * static_cast<double>(std::string(titles[e]).size()) + 2.5;
    painter.text(160, y, titles[e], 10, true);
    painter.text(at, y, "at");
    painter.text(at + 12.5, y, employers[e], 10, true);
    for (int i = 0; i < 5; ++i) {
      y += 13;
      painter.text(175, y, "•");
      painter.text(188, y, "Kept the books of van " + std::to_string(i) + " and of its drivers");
    }
  }
  const Resume resume = parse::parse_resume(painter.document()).resume;
  REQUIRE(resume.work.size() == 3);
  for (std::size_t e = 0; e < 3; ++e) {
    CHECK(resume.work[e].position.value == titles[e]);
    CHECK(resume.work[e].company.value == employers[e]);
    CHECK(resume.work[e].highlights.size() == 5);
  }
  CHECK(resume.work[2].dates.start.date == Date{2015, 5, 0});
}

TEST_CASE("what is repeated in the margins stays once, and page numbers go") {
  Painter painter;
  for (int page = 0; page < 3; ++page) {
    if (page > 0) painter.page();
    painter.text(50, 20, "Ada Moreau - confidential");
    painter.text(50, 300, "Body of page " + std::string(1, static_cast<char>('A' + page)));
    painter.text(500, 780, "Page " + std::to_string(page + 1) + " of 3");
  }
  CHECK(painter.lines() == Lines{"Ada Moreau - confidential", "Body of page A", "Body of page B", "Body of page C"});
}

TEST_CASE("right-to-left lines come in logical order with Latin runs intact") {
  Painter painter;
  painter.word_to(550, 100, "العمل", 30);
  painter.word_to(515, 100, "مع", 12);
  painter.word_to(460, 100, "After", 25);
  painter.word_to(498, 100, "Effects", 35);
  painter.word_to(430, 100, "و", 6);
  painter.word_to(420, 100, "Figma", 25);
  painter.word_to(550, 120, "مهندسة", 30);
  painter.word_to(515, 120, "مدنية", 25);
  CHECK(painter.lines() == Lines{"العمل مع After Effects و Figma", "مهندسة مدنية"});
}

TEST_CASE("the dash of a date that wraps in a column at the right is no list mark of the text beside it") {
  Painter painter;
  const auto entry = [&](double y, const char* year, const char* end) {
    painter.word_to(550, y, "مارس", 22);
    painter.word_to(525, y, year, 20);
    painter.word_to(502, y, "–", 5);
    painter.word_to(550, y + 13, end, 20);
    painter.word_to(480, y, "أمينة", 26);
    painter.word_to(451, y, "مخزن", 24);
    painter.word_to(480, y + 13, "حفظت", 26);
    painter.word_to(451, y + 13, "سجلات", 28);
    painter.word_to(420, y + 13, "الميناء", 30);
  };
  entry(100, "2019", "2021");
  entry(150, "2016", "2018");
  const Lines lines = painter.lines();
  CHECK(place(lines, "مارس 2019 – 2021") < place(lines, "أمينة مخزن"));
  CHECK(place(lines, "مارس 2016 – 2018") < static_cast<std::ptrdiff_t>(lines.size()));
  for (const parse::Line& line : parse::lay_out(painter.document()).lines) CHECK_FALSE(line.bullet);
}

TEST_CASE("right-to-left text on a page set from the left is turned run by run") {
  Painter painter;
  for (int i = 0; i < 8; ++i) {
    const double y = 100 + 30 * i;
    // Drawn from the left: "بناء واجهات", then "React Native", then "سريعة".
    painter.word_to(90, y, "واجهات", 40);
    painter.word_to(120, y, "بناء", 27);
    painter.word_to(150, y, "React", 27);
    painter.word_to(183, y, "Native", 30);
    painter.word_to(220 + 9 * i, y, "سريعة", 34 + 9 * i);
  }
  for (const std::string& line : painter.lines()) CHECK(line == "بناء واجهات React Native سريعة");
}

TEST_CASE("rotated words are kept") {
  Painter painter;
  painter.text(50, 100, "Ada Moreau");
  document::Document document = painter.document();
  document::Word word = document.pages[0].words[0];
  word.text = "CURRICULUM";
  word.rotation = 90;
  word.box = {10, 200, 20, 300};
  document.pages[0].words.push_back(word);
  const parse::Flow flow = parse::lay_out(document);
  CHECK(flow.text == "Ada Moreau\nCURRICULUM");
}

TEST_CASE("a page of many thousand words is laid out in time") {
  Painter painter;
  for (int p = 0; p < 100; ++p) {
    if (p > 0) painter.page();
    for (int i = 0; i < 60; ++i)
      painter.text(50, 40 + 12 * i, "some words of a long line that says nothing at all about anything much");
  }
  painter.page();
  for (int i = 0; i < 10000; ++i) painter.text(50 + (i % 97) * 5, 40 + (i * 7 % 700), "x");
  const parse::Flow flow = parse::lay_out(painter.document());
  CHECK(std::count(flow.text.begin(), flow.text.end(), 'x') >= 10000);
}

TEST_CASE("a page of thousands of dates, headings and labels is laid out in time") {
  Painter painter;
  for (int i = 0; i < 2000; ++i) {
    const double y = 10 * i;
    painter.text(40, y, i % 3 == 0 ? "2019 – 2020" : i % 3 == 1 ? "Experience" : "A");
    painter.text(160, y + i % 7, i % 5 == 0 ? "Skills" : "Kept the lamps of the outer wall", 10, i % 5 == 0);
    painter.text(480, y + i % 4, i % 2 == 0 ? "May 2018 –" : "a year");
  }
  const parse::Flow flow = parse::lay_out(painter.document());
  CHECK(std::count(flow.text.begin(), flow.text.end(), '2') >= 2000);
}
