#include <resumax/core/error.hpp>
#include <resumax/document/document.hpp>
#include <resumax/document/protocol.hpp>
#include <resumax/document/wire.hpp>

#include <catch2/catch.hpp>

#include <cstdint>
#include <limits>
#include <random>

using namespace resumax;
using namespace resumax::document;

namespace {

Document pages() {
  Document document;
  document.format = Format::pdf;
  document.fonts = {{"Liberation Sans", false, false}, {"Liberation Sans Bold", true, true}};
  Page page;
  page.width = 595.25;
  page.height = 842;
  page.words.push_back({"Zoë", {1, -2.5, 30, 4}, 11.5F, 1, true, 0});
  page.words.push_back({"مهندسة", {40, 2, 80, 4}, 9.0F, 0, false, 270});
  document.pages = {page, Page{}};
  Link link;
  link.uri = "https://example.org";
  link.text = "Zoë";
  link.page = 2;
  link.box = {1, 2, 3, 4};
  document.links = {link};
  document.hidden = {{"Kubernetes Öl", HiddenReason::covered, 2, {1, 2, 3, 4}, -1}};
  document.warnings = {"truncated_pages"};
  return document;
}

Document paragraphs() {
  Document document;
  document.format = Format::docx;
  Paragraph styled;
  styled.text = "Lead\tengineer\nKraków";
  styled.style = "heading 1";
  styled.heading = 1;
  styled.size = 14;
  styled.runs = {{0, 4, true, false}, {4, styled.text.size() > 20 ? 20u : 0u, false, true}};
  Paragraph cell;
  cell.text = "cell";
  cell.bold = cell.italic = cell.right_to_left = cell.header_or_footer = true;
  cell.list_level = 3;
  cell.table = 0;
  cell.row = 1;
  cell.column = 2;
  document.paragraphs = {styled, Paragraph{}, cell};
  Link link;
  link.uri = "mailto:zoe@example.org";
  link.paragraph = 2;
  document.links = {link};
  document.hidden = {{"U+202E", HiddenReason::control, 0, {}, 3}, {"at the end", HiddenReason::marked, 0, {}, 0}};
  return document;
}

bool is_refused(std::string_view bytes) {
  try {
    decode(bytes);
  } catch (const Error& error) {
    return error.code() == Errc::parse_failed;
  }
  return false;
}

}  // namespace

TEST_CASE("a document survives the wire") {
  for (const auto& document : {Document{}, pages(), paragraphs()}) CHECK(decode(encode(document)) == document);
}

TEST_CASE("what encode could not have written is refused") {
  const auto spoilt = [](Document document, auto&& spoil) {
    spoil(document);
    return is_refused(encode(document));
  };
  CHECK(spoilt(pages(), [](Document& d) { d.pages[0].words[0].font = 2; }));
  CHECK(spoilt(pages(), [](Document& d) { d.pages[0].words[0].rotation = 45; }));
  CHECK(spoilt(pages(), [](Document& d) { d.pages[0].words[0].text = "\xC3("; }));
  CHECK(spoilt(pages(), [](Document& d) { d.pages[0].words[0].text = "\xED\xA0\x80"; }));
  CHECK(spoilt(pages(), [](Document& d) { d.pages[0].width = std::numeric_limits<double>::infinity(); }));
  CHECK(spoilt(pages(), [](Document& d) { d.pages[0].words[0].size = std::numeric_limits<float>::quiet_NaN(); }));
  CHECK(spoilt(pages(), [](Document& d) { d.links[0].page = 3; }));
  CHECK(spoilt(pages(), [](Document& d) { d.paragraphs.resize(1); }));
  CHECK(spoilt(paragraphs(), [](Document& d) { d.links[0].paragraph = 3; }));
  CHECK(spoilt(pages(), [](Document& d) { d.hidden[0].page = 3; }));
  CHECK(spoilt(pages(), [](Document& d) { d.hidden[0].page = -1; }));
  CHECK(spoilt(pages(), [](Document& d) { d.hidden[0].reason = static_cast<HiddenReason>(99); }));
  CHECK(spoilt(pages(), [](Document& d) { d.hidden[0].text = "\xC3("; }));
  CHECK(spoilt(paragraphs(), [](Document& d) { d.hidden[0].paragraph = 4; }));
  CHECK(spoilt(paragraphs(), [](Document& d) { d.paragraphs[0].runs[1].end = 1000; }));
  CHECK(spoilt(paragraphs(), [](Document& d) { d.paragraphs[0].runs[1].begin = 2; }));
  CHECK(spoilt(paragraphs(), [](Document& d) { d.paragraphs[0].heading = -1; }));
  CHECK(is_refused(encode(pages()) + '\0'));
  CHECK(is_refused(""));
}

TEST_CASE("every cut is refused") {
  for (const auto& document : {pages(), paragraphs()}) {
    const auto bytes = encode(document);
    for (std::size_t size = 0; size < bytes.size(); ++size)
      REQUIRE(is_refused(std::string_view(bytes).substr(0, size)));
  }
}

TEST_CASE("damaged bytes give another valid document or parse_failed, never anything else") {
  std::mt19937 random(20240229);
  for (const auto& document : {pages(), paragraphs()}) {
    const auto good = encode(document);
    for (int round = 0; round < 20'000; ++round) {
      auto bytes = good;
      for (auto flips = 1 + random() % 4; flips > 0; --flips) {
        auto& byte = bytes[random() % bytes.size()];
        byte = static_cast<char>(random() % 3 == 0 ? 0xFF : static_cast<unsigned char>(byte) ^ (1u << (random() % 8)));
      }
      try {
        const auto decoded = decode(bytes);
        REQUIRE(decode(encode(decoded)) == decoded);
      } catch (const Error& error) {
        REQUIRE(error.code() == Errc::parse_failed);
      }
    }
  }
}

TEST_CASE("answers carry documents and errors") {
  CHECK(decode_answer(encode_answer(pages())) == pages());
  const auto thrown = [](std::string_view payload) {
    try {
      decode_answer(payload);
    } catch (const Error& error) {
      return error;
    }
    return Error(Errc::internal, "nothing thrown");
  };
  const auto encrypted = thrown(encode_answer(Error(Errc::encrypted, "needs a password", "save a copy")));
  CHECK(encrypted.code() == Errc::encrypted);
  CHECK(encrypted.what() == std::string("needs a password"));
  CHECK(encrypted.hint() == "save a copy");
  // A taken-over helper can neither raise other errors nor write to a terminal's control channel.
  const auto odd = thrown(encode_answer(Error(Errc::storage_error, "red \x1B[31m\nalert")));
  CHECK(odd.code() == Errc::parse_failed);
  CHECK(odd.what() == std::string("red [31m alert"));
  CHECK(thrown("").code() == Errc::parse_failed);
  CHECK(thrown(std::string(1, '\x07')).code() == Errc::parse_failed);
}

TEST_CASE("request headers are checked") {
  const auto header = encode_request_header({7, 1'000'000});
  CHECK(header.size() == request_header_size);
  CHECK(decode_request_header(header).filename_size == 7);
  CHECK(decode_request_header(header).body_size == 1'000'000);
  CHECK_THROWS_AS(decode_request_header(encode_request_header({longest_filename + 1, 0})), Error);
  CHECK_THROWS_AS(decode_request_header(std::string(request_header_size, 'x')), Error);
}
