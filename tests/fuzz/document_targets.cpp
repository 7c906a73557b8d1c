#include <tests/fuzz/checks.hpp>

#include <resumax/document/document.hpp>
#include <resumax/document/protocol.hpp>
#include <resumax/document/text_bytes.hpp>
#include <resumax/document/wire.hpp>
#include <resumax/extract/content_scanner.hpp>
#include <resumax/extract/docx.hpp>
#include <resumax/render/zip_package.hpp>
#include <resumax/text/unicode.hpp>

namespace resumax::fuzz {

namespace {

/// What every reader of flowing documents owes; the wire takes all that it makes.
void require_flowing(const document::Document& document) {
  require(document.pages.empty(), "pages in a flowing document");
  bool blank = true;
  int table = -1;
  for (const auto& paragraph : document.paragraphs) {
    require_utf8(paragraph.text, "paragraph");
    require(!paragraph.text.empty() || !blank, "two blank paragraphs in a row, or one at the start");
    require(!paragraph.text.empty() || paragraph.table < 0, "a blank paragraph in a table");
    blank = paragraph.text.empty();
    table = paragraph.table;
    std::uint32_t end = 0;
    for (const auto& run : paragraph.runs) {
      require_slice(paragraph.text, run.begin, run.end, "run");
      require(run.begin >= end, "runs overlap");
      end = run.end;
    }
  }
  require(document.paragraphs.empty() || !blank || table >= 0, "a blank paragraph at the end");
  for (const auto& hidden : document.hidden) {
    require_utf8(hidden.text, "hidden text");
    require(!hidden.text.empty(), "hidden text without text");
    require(hidden.paragraph >= 0 && hidden.paragraph <= static_cast<int>(document.paragraphs.size()),
            "hidden text nowhere");
  }
  for (const auto& link : document.links)
    require(link.paragraph >= -1 && link.paragraph < static_cast<int>(document.paragraphs.size()), "link to nowhere");
  require(document::decode(document::encode(document)) == document, "the wire changes the document");
}

/// Plain text loses list markers ("3.", "b)") and nothing else; words of two letters or more stay.
void require_all_letters(const document::Document& document, std::string_view bytes) {
  bool repaired = false;
  std::string kept;
  for (const auto& paragraph : document.paragraphs) kept += letters_of(paragraph.text);
  std::string word;
  std::size_t at = 0;
  const auto find_word = [&] {
    if (text::length(word) > 1) {
      const std::size_t found = kept.find(word, at);
      require(found != std::string::npos, "the text reader drops " + word);
      at = found + word.size();
    }
    word.clear();
  };
  for (const char32_t c : text::decode(document::decode_text(bytes, repaired))) {
    if (text::is_letter(c))
      text::append(word, c);
    else
      find_word();
  }
  find_word();
}

}  // namespace

void run_wire(std::string_view bytes) {
  const auto document = run_or_refuse({Errc::parse_failed}, [&] { return document::decode(bytes); });
  if (document) require(document::decode(document::encode(*document)) == *document, "decode, encode, decode");
  // Whatever an answer's error says, it arrives as an Error with a printable line.
  try {
    document::decode_answer(bytes);
  } catch (const Error& error) {
    require_utf8(error.what(), "answer");
    require(std::string_view(error.what()).find('\n') == std::string_view::npos, "an answer of several lines");
  }
  if (bytes.size() >= document::request_header_size)
    run_or_refuse({Errc::parse_failed},
                  [&] { return document::decode_request_header(bytes.substr(0, document::request_header_size)); });
}

void run_markdown(std::string_view bytes) {
  for (const auto format : {document::Format::text, document::Format::markdown}) {
    const auto read = [&] { return document::from_text(bytes, format); };
    const auto document = run_or_refuse({Errc::invalid_input}, read);
    if (!document) continue;
    require_flowing(*document);
    if (format == document::Format::text) require_all_letters(*document, bytes);
    require(read() == *document, "two runs differ");
  }
  bool repaired = false;
  require_utf8(document::decode_text(bytes, repaired), "decode_text");
  run_or_refuse({Errc::invalid_input, Errc::unsupported_format}, [&] { return document::sniff(bytes, "resume.md"); });
}

void run_docx(std::string_view bytes) {
  const auto read = [&] { return extract::extract_docx(bytes); };
  const auto document = run_or_refuse(
      {Errc::parse_failed, Errc::unsupported_format, Errc::encrypted, Errc::no_text_layer, Errc::invalid_input}, read);
  if (!document) return;
  require_flowing(*document);
  require(read() == *document, "two runs differ");
}

/// Parts of an archive in plain sight, so that their text can be varied: "=== word/document.xml" opens each. Without
/// any such line the input is the main part.
void run_docx_parts(std::string_view bytes) {
  static constexpr std::string_view mark = "=== ";
  std::vector<render::PackagePart> parts;
  if (!bytes.starts_with(mark)) parts.push_back({"word/document.xml", ""});
  while (!bytes.empty()) {
    const std::size_t stop = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    std::string_view line = bytes.substr(0, stop);
    bytes.remove_prefix(stop);
    if (line.starts_with(mark) && parts.size() < 12) {
      line.remove_prefix(mark.size());
      if (line.ends_with('\n')) line.remove_suffix(1);
      std::string name;
      for (const char c : line)
        if (c > ' ' && c < 0x7f && name.size() < 60) name += c;
      parts.push_back({name.empty() ? "part" : name, ""});
    } else {
      parts.back().bytes += line;
    }
  }
  std::vector<render::PackagePart> named;
  for (const auto& part : parts)
    if (std::none_of(named.begin(), named.end(), [&](const auto& other) { return other.name == part.name; }))
      named.push_back(part);
  if (named.empty()) return;
  run_docx(render::zip_package(named));
}

/// The pieces of a content stream: they follow one another, lie within it, and leave out only blanks, comments and the
/// data of inline images.
void run_pdf_content(std::string_view bytes) {
  extract::ContentScanner scanner(bytes);
  std::size_t at = 0;
  for (auto token = scanner.next(); token.kind != extract::ContentToken::Kind::end; token = scanner.next()) {
    require(token.begin >= at && token.end > token.begin && token.end <= bytes.size(), "a piece out of place");
    require(token.glyphs <= token.end - token.begin, "more glyphs than bytes");
    require(token.number == token.number && token.number <= 1e9 && token.number >= -1e9, "a number out of range");
    at = token.end;
  }
}

}  // namespace resumax::fuzz
