#include <resumax/document/list_marker.hpp>
#include <resumax/extract/docx_body.hpp>
#include <resumax/extract/docx_errors.hpp>
#include <resumax/extract/xml.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace resumax::extract {

namespace {

using namespace std::string_view_literals;

constexpr int deepest = 200;
constexpr std::size_t most_paragraphs = 100'000, most_text = std::size_t{8} << 20;
constexpr std::size_t most_hidden = 50, longest_hidden = 4000;
constexpr float least_size = 2;  // points
/// English metric units squared: a fiftieth of a page.
constexpr double least_backdrop = 1.6e12;

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

/// Elements that only group others.
constexpr std::array block_groups{"sdt"sv,  "sdtContent"sv, "ins"sv,      "moveTo"sv,  "customXml"sv,  "smartTag"sv,
                                  "body"sv, "Choice"sv,     "footnote"sv, "endnote"sv, "txbxContent"sv};
constexpr std::array inline_groups{"sdt"sv,      "sdtContent"sv, "ins"sv,       "moveTo"sv, "customXml"sv,
                                   "smartTag"sv, "fldSimple"sv,  "dir"sv,       "bdo"sv,    "ruby"sv,
                                   "rubyBase"sv, "Choice"sv,     "oMathPara"sv, "oMath"sv};

/// Word's alternatives for one drawing: the first that it would take, else the fallback for old programs.
pugi::xml_node alternative(const pugi::xml_node& node) {
  if (const auto choice = child(node, "Choice")) return choice;
  return child(node, "Fallback");
}

/// w:sym names a glyph of a symbol font, mostly in the private use area.
std::string symbol(const pugi::xml_node& node) {
  const auto digits = attribute(node, "char");
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  if (error != std::errc{} || end != digits.data() + digits.size() || code < 0x20 || code > 0xFFFF ||
      (code >= 0xD800 && code < 0xE000))
    return {};
  std::string out;
  text::append(out, code);
  return out;
}

/// Whether the difference of two colours is too small to be seen.
bool looks_like(Colour one, Colour other) {
  for (const int shift : {0, 8, 16})
    if (std::abs(((one >> shift) & 0xFF) - ((other >> shift) & 0xFF)) > 15) return false;
  return true;
}

/// The address in `HYPERLINK "address"`, "" for other fields and places in the document itself.
std::string field_address(std::string_view code) {
  code = text::trim(code);
  if (!code.starts_with("HYPERLINK")) return {};
  code = text::trim(code.substr(9));
  if (code.starts_with('\\')) return {};
  if (!code.starts_with('"')) return std::string(code.substr(0, code.find(' ')));
  code.remove_prefix(1);
  return std::string(code.substr(0, code.find('"')));
}

/// From 1, by outline level or by the built-in styles' names, which are English in every language of Word.
int heading_level(const ParagraphFormat& format, std::string_view style) {
  if (format.outline_level)
    return *format.outline_level >= 0 && *format.outline_level < 9 ? *format.outline_level + 1 : 0;
  const auto name = text::lower(style);
  if (name.size() != 9 || !name.starts_with("heading ") || name[8] < '1' || name[8] > '9') return 0;
  return name[8] - '0';
}

/// A bullet that was typed rather than set: the paragraph becomes a list item without it.
void take_typed_bullet(document::Paragraph& paragraph) {
  const auto marker = document::find_list_marker(paragraph.text);
  if (!marker || marker->numbered) return;
  paragraph.list_level = 0;
  const auto cut = static_cast<std::uint32_t>(marker->content);
  paragraph.text.erase(0, cut);
  std::erase_if(paragraph.runs, [&](const auto& run) { return run.end <= cut; });
  for (auto& run : paragraph.runs) {
    run.begin = run.begin > cut ? run.begin - cut : 0;
    run.end -= cut;
  }
  if (paragraph.runs.size() == 1) {
    paragraph.bold = paragraph.runs.front().bold;
    paragraph.italic = paragraph.runs.front().italic;
    paragraph.runs.clear();
  }
}

}  // namespace

struct BodyReader::Open {
  Colour background = automatic;
  std::vector<document::HiddenText> hidden;
  ParagraphFormat format;
  std::string style;
  document::StyledText text;
  std::vector<document::Link> links;
  std::vector<pugi::xml_node> boxes;
  struct Field {
    std::string code;
    bool in_result = false;
    std::size_t begin = 0;
  };
  std::vector<Field> fields;
};

void BodyReader::check_depth(int depth) {
  if (depth > deepest) fail_docx("it is nested deeper than any document needs");
}

void BodyReader::read(const pugi::xml_node& root, const Relationships& relationships, bool header_or_footer) {
  out_.blank();
  relationships_ = &relationships;
  header_or_footer_ = header_or_footer;
  root_ = root;
  backdrop_.reset();
  if (header_or_footer && has_backdrop()) header_backdrop_ = true;
  blocks(root, {}, 0);
}

void BodyReader::blocks(const pugi::xml_node& parent, const Cell& cell, int depth) {
  check_depth(depth);
  for (const auto node : parent.children()) {
    if (document_.paragraphs.size() > most_paragraphs || text_size_ > most_text) return warn("truncated_text");
    const auto name = local_name(node);
    if (name == "p")
      paragraph(node, cell, depth + 1);
    else if (name == "tbl")
      table(node, cell.background, depth + 1);
    else if (name == "AlternateContent")
      blocks(alternative(node), cell, depth + 1);
    else if (is_one_of(name, block_groups))
      blocks(node, cell, depth + 1);
  }
}

void BodyReader::warn(std::string_view code) {
  auto& warnings = document_.warnings;
  if (std::find(warnings.begin(), warnings.end(), code) == warnings.end()) warnings.emplace_back(code);
}

void BodyReader::table(const pugi::xml_node& node, Colour background, int depth) {
  check_depth(depth);
  const auto format = child(node, "tblPr");
  const Colour own = read_shading(format).value_or(automatic);
  if (own != automatic)
    background = own;
  else if (styles_.colours_cells(attribute(child(format, "tblStyle"), "val")))
    background = any_colour;
  const int number = tables_++;
  int row = 0;
  const auto each = [](const pugi::xml_node& parent, std::string_view wanted, auto&& self, auto&& visit,
                       int level) -> void {
    check_depth(level);
    for (const auto entry : parent.children()) {
      if (local_name(entry) == wanted)
        visit(entry);
      else if (is_one_of(local_name(entry), block_groups))
        self(entry, wanted, self, visit, level + 1);
    }
  };
  const auto span = [](const pugi::xml_node& properties, std::string_view what, int least) {
    return std::clamp(read_int(attribute(child(properties, what), "val")).value_or(least), least, 1000);
  };
  each(
      node, "tr", each,
      [&](const pugi::xml_node& line) {
        int column = span(child(line, "trPr"), "gridBefore", 0);
        each(
            line, "tc", each,
            [&](const pugi::xml_node& cell) {
              const auto look = child(cell, "tcPr");
              const Colour shading = read_shading(look).value_or(automatic);
              blocks(cell, {number, row, column, shading == automatic ? background : shading}, depth + 1);
              column += span(look, "gridSpan", 1);
            },
            depth);
        ++row;
      },
      depth);
}

void BodyReader::paragraph(const pugi::xml_node& node, const Cell& cell, int depth) {
  Open open;
  const auto properties = child(node, "pPr");
  const auto style = attribute(child(properties, "pStyle"), "val");
  open.format = read_paragraph_format(properties);
  open.format.inherit(styles_.paragraph_format(style));
  open.style = styles_.name(style);
  open.background = open.format.shading.value_or(automatic);
  if (open.background == automatic) open.background = cell.background;
  inlines(node, open, depth + 1);
  finish(open, cell);
  for (const auto& box : open.boxes) blocks(box, {-1, -1, -1, any_colour}, depth + 1);
}

void BodyReader::inlines(const pugi::xml_node& parent, Open& open, int depth) {
  check_depth(depth);
  for (const auto node : parent.children()) {
    const auto name = local_name(node);
    if (name == "r")
      run(node, open, depth + 1);
    else if (name == "hyperlink")
      link(node, open, depth + 1);
    else if (name == "AlternateContent")
      inlines(alternative(node), open, depth + 1);
    else if (is_one_of(name, inline_groups))
      inlines(node, open, depth + 1);
  }
}

void BodyReader::run(const pugi::xml_node& node, Open& open, int depth) {
  check_depth(depth);
  const auto properties = child(node, "rPr");
  auto format = read_run_format(properties);
  if (const auto style = child(properties, "rStyle")) format.inherit(styles_.character_format(attribute(style, "val")));
  format.inherit(open.format.run);
  const bool complex = format.right_to_left.value_or(false);
  const document::Style style{(complex ? format.complex_bold : format.bold).value_or(false),
                              (complex ? format.complex_italic : format.italic).value_or(false),
                              (complex ? format.complex_size : format.size).value_or(0)};
  const bool in_code =
      std::any_of(open.fields.begin(), open.fields.end(), [](const auto& field) { return !field.in_result; });
  const auto hidden = hidden_reason(format, style.size, open);
  const auto add = [&](std::string_view text) {
    if (in_code || text.empty()) return;
    if (hidden)
      hide(text, *hidden, open);
    else
      open.text.append(text, style);
  };
  for (const auto entry : node.children()) {
    const auto name = local_name(entry);
    if (name == "t")
      add(text::nfc(entry.text().get()));
    else if (name == "tab" || name == "ptab")
      add("\t");
    else if (name == "br" || name == "cr")
      add("\n");
    else if (name == "noBreakHyphen")
      add("\u2011");
    else if (name == "sym")
      add(symbol(entry));
    else if (name == "instrText" && !open.fields.empty())
      open.fields.back().code += entry.text().get();
    else if (name == "fldChar")
      field_mark(entry, open);
    else if (name == "ruby" || name == "r")
      inlines(entry, open, depth + 1);
    else if (name == "AlternateContent")
      text_boxes(alternative(entry), open, depth + 1);
    else if (name == "drawing" || name == "pict" || name == "object")
      text_boxes(entry, open, depth + 1);
  }
}

std::optional<document::HiddenReason> BodyReader::hidden_reason(const RunFormat& format, float size, const Open& open) {
  using document::HiddenReason;
  if (format.hidden.value_or(false)) return HiddenReason::marked;
  if (size > 0 && size < least_size) return HiddenReason::tiny;
  if (format.transparent.value_or(false)) return HiddenReason::transparent;
  const Colour ink = format.colour.value_or(automatic);
  if (ink < 0) return std::nullopt;
  Colour behind = automatic;
  for (const Colour layer :
       {format.highlight.value_or(automatic), format.shading.value_or(automatic), open.background, paper_}) {
    behind = layer;
    if (behind != automatic) break;
  }
  if (behind == any_colour || !looks_like(ink, behind == automatic ? 0xFFFFFF : behind)) return std::nullopt;
  // A drawing may stand behind all of the page's text.
  if (behind == automatic && has_backdrop()) return std::nullopt;
  return HiddenReason::colour;
}

/// Whether a drawing of some size stands behind the text of this part or of a header.
bool BodyReader::has_backdrop() {
  if (!backdrop_)
    backdrop_ = static_cast<bool>(root_.find_node([](const auto& node) {
      const auto name = local_name(node);
      if (name == "anchor" && (attribute(node, "behindDoc") == "1" || attribute(node, "behindDoc") == "true")) {
        const auto extent = child(node, "extent");
        const double width = read_int(attribute(extent, "cx")).value_or(0);
        return width * read_int(attribute(extent, "cy")).value_or(0) > least_backdrop;
      }
      return (name == "shape" || name == "rect") &&
             attribute(node, "style").find("z-index:-") != std::string_view::npos;
    }));
  return *backdrop_ || header_backdrop_;
}

void BodyReader::hide(std::string_view text, document::HiddenReason reason, Open& open) {
  auto& list = open.hidden;
  if (list.empty() || list.back().reason != reason) {
    if (text::trim(text).empty() || list.size() >= most_hidden) return;
    list.emplace_back().reason = reason;
  }
  std::string& out = list.back().text;
  if (out.size() < longest_hidden) out += text;
}

void BodyReader::field_mark(const pugi::xml_node& node, Open& open) {
  const auto type = attribute(node, "fldCharType");
  if (type == "begin") {
    if (open.fields.size() < 32) open.fields.emplace_back();
  } else if (open.fields.empty()) {
    return;
  } else if (type == "separate") {
    open.fields.back().in_result = true;
    open.fields.back().begin = open.text.size();
  } else if (type == "end") {
    const auto field = std::move(open.fields.back());
    open.fields.pop_back();
    if (field.in_result) add_link(open, field_address(field.code), field.begin);
  }
}

void BodyReader::link(const pugi::xml_node& node, Open& open, int depth) {
  const auto begin = open.text.size();
  inlines(node, open, depth + 1);
  const auto found = relationships_->find(attribute(node, "id"));
  if (found != relationships_->end() && found->second.external) add_link(open, found->second.target, begin);
}

void BodyReader::add_link(Open& open, std::string uri, std::size_t begin) {
  uri = text::squeeze(text::to_utf8(uri));
  if (uri.empty()) return;
  document::Link out;
  out.uri = std::move(uri);
  out.text = text::squeeze(std::string_view(open.text.text()).substr(std::min(begin, open.text.size())));
  open.links.push_back(std::move(out));
}

void BodyReader::finish(Open& open, const Cell& cell) {
  document::Paragraph out;
  out.style = text::squeeze(text::to_utf8(open.style));
  out.heading = heading_level(open.format, out.style);
  const int level = open.format.list_level.value_or(0);
  if (out.heading == 0 && open.format.list && styles_.is_list(*open.format.list, level))
    out.list_level = std::clamp(level, 0, 8);
  out.right_to_left = open.format.right_to_left.value_or(false);
  out.table = cell.table;
  out.row = cell.row;
  out.column = cell.column;
  out.header_or_footer = header_or_footer_;
  open.text.finish(out);
  text_size_ += out.text.size() + out.runs.size();
  if (out.heading == 0 && out.list_level < 0) take_typed_bullet(out);
  for (auto& entry : open.hidden) entry.text = text::squeeze(entry.text);
  std::erase_if(open.hidden, [](const auto& entry) { return entry.text.empty(); });
  for (auto& entry : open.text.take_invisible()) open.hidden.push_back(std::move(entry));
  const int index = out_.add(std::move(out), std::move(open.hidden));
  if (index < 0) return;
  for (auto& entry : open.links) {
    entry.paragraph = index;
    document_.links.push_back(std::move(entry));
  }
}

/// Remembers the text boxes of a drawing; they follow the paragraph they are anchored in.
void BodyReader::text_boxes(const pugi::xml_node& parent, Open& open, int depth) {
  check_depth(depth);
  for (const auto node : parent.children()) {
    const auto name = local_name(node);
    if (name == "txbxContent")
      open.boxes.push_back(node);
    else if (name == "AlternateContent")
      text_boxes(alternative(node), open, depth + 1);
    else
      text_boxes(node, open, depth + 1);
  }
}

}  // namespace resumax::extract
