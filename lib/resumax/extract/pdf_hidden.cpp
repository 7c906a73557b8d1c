#include <resumax/extract/pdf_hidden.hpp>
#include <resumax/extract/pdf_open.hpp>
#include <resumax/extract/pdf_path.hpp>
#include <resumax/extract/pdf_visibility.hpp>
#include <resumax/extract/pdf_words.hpp>
#include <resumax/text/unicode.hpp>

#include <poppler-document.h>
#include <poppler-page.h>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <new>
#include <stdexcept>
#include <string>

namespace resumax::extract {

namespace {

using document::HiddenReason;
using document::HiddenText;

constexpr std::size_t most_content = std::size_t{64} << 20;
constexpr std::size_t most_groups = 300, most_findings = 200, longest_text = 4000;
/// Points. Nothing of a page stands as far up as the places of the moved texts.
constexpr double margin = 300, far_right = 20'000, far_up = 50'000;

/// Texts that one after the other look hidden for the same reason.
struct Group {
  HiddenReason reason;
  std::size_t show;       ///< the first of them
  double move_x, move_y;  ///< where its copy stands from where it is drawn
};

/// A page with something that looks hidden, and where its texts are moved to.
struct Suspect {
  std::size_t page;
  Visibility visibility;
  std::vector<Group> groups;
  std::vector<std::pair<std::size_t, std::size_t>> moved;  ///< (show, group)
  double band = 0;                                         ///< height of the place of one group
  Frame enlarged;
  int drawn_as = 0;  ///< its page in the copy
};

bool goes_on(const Visibility& visibility, const Group& group, HiddenReason reason, std::size_t show) {
  if (group.reason != reason) return false;
  const auto& shows = visibility.painting().shows;
  const TextShow& first = shows[group.show];
  const TextShow& next = shows[show];
  switch (reason) {
    case HiddenReason::colour:
      return first.paints == next.paints && first.mode == next.mode && first.fill.red == next.fill.red &&
             first.fill.green == next.fill.green && first.fill.blue == next.fill.blue;
    case HiddenReason::covered:
      return first.paints == next.paints;
    case HiddenReason::clipped:
      return first.clip == next.clip;
    case HiddenReason::off_page:
      return std::abs(first.x - next.x) < 2000 && std::abs(first.y - next.y) < 300;
    default:
      return true;
  }
}

/// What each text is suspected of. A text of a form that the page shows several times counts only where it looks
/// hidden every time: it can be moved in all its places or in none, and only the first is to be named then.
std::vector<std::optional<HiddenReason>> suspicions(Visibility& visibility) {
  const auto& streams = visibility.painting().streams;
  const auto& shows = visibility.painting().shows;
  std::vector<std::optional<HiddenReason>> out;
  for (std::size_t i = 0; i < shows.size(); ++i) out.push_back(visibility.suspicion(i));
  std::map<std::pair<int, std::size_t>, bool> hidden;  // by form and place in it
  const auto key = [&](const TextShow& show) {
    return std::pair(QPDFObjectHandle(streams[show.stream].form).getObjectID(), show.begin);
  };
  for (std::size_t i = 0; i < shows.size(); ++i)
    if (shows[i].stream > 0) {
      const auto [entry, first] = hidden.emplace(key(shows[i]), out[i].has_value());
      if (!first && !out[i]) entry->second = false;
    }
  for (std::size_t i = 0; i < shows.size(); ++i)
    if (shows[i].stream > 0 && out[i]) {
      bool& all = hidden[key(shows[i])];
      if (!all) out[i].reset();
      all = false;
    }
  return out;
}

void find_groups(Suspect& suspect) {
  Visibility& visibility = suspect.visibility;
  const Frame& frame = visibility.frame();
  suspect.band = frame.top - frame.bottom + 2 * margin;
  const auto& shows = visibility.painting().shows;
  const auto reasons = suspicions(visibility);
  for (std::size_t i = 0; i < shows.size(); ++i) {
    const auto reason = reasons[i];
    if (!reason || std::abs(shows[i].a * shows[i].d - shows[i].b * shows[i].c) < 1e-12) continue;
    auto& groups = suspect.groups;
    if (groups.empty() || !goes_on(visibility, groups.back(), *reason, i)) {
      if (groups.size() >= most_groups) return;
      Group group{*reason, i, 0, far_up + suspect.band * static_cast<double>(groups.size())};
      if (*reason == HiddenReason::off_page) {
        group.move_x = frame.left + margin - shows[i].x;
        group.move_y += (frame.bottom + frame.top) / 2 - shows[i].y;
      }
      groups.push_back(group);
    }
    suspect.moved.emplace_back(i, groups.size() - 1);
  }
}

void append_number(std::string& out, double value) {
  char digits[64];
  const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), value, std::chars_format::fixed, 5);
  out.append(digits, error == std::errc{} ? end : digits);
  out += ' ';
}

/// "1 0 0 1 x y cm": moves what follows by (x, y) of the page.
void append_move(std::string& out, const TextShow& show, double x, double y) {
  const double determinant = show.a * show.d - show.b * show.c;
  out += "\n1 0 0 1 ";
  append_number(out, (x * show.d - y * show.c) / determinant);
  append_number(out, (y * show.a - x * show.b) / determinant);
  out += "cm ";
}

/// The stream with the texts of `moved` (of that stream, in order) moved to their places.
std::string move_texts(const Suspect& suspect, std::size_t stream) {
  const Painting& painting = suspect.visibility.painting();
  const std::string& bytes = painting.streams[stream].bytes;
  std::string out;
  std::size_t at = 0;
  for (const auto& [index, number] : suspect.moved) {
    const TextShow& show = painting.shows[index];
    if (show.stream != stream || show.begin < at) continue;
    const Group& group = suspect.groups[number];
    out.append(bytes, at, show.begin - at);
    append_move(out, show, group.move_x, group.move_y);
    out.append(bytes, show.begin, show.end - show.begin);
    append_move(out, show, -group.move_x, -group.move_y);
    at = show.end;
  }
  out.append(bytes, at);
  return out;
}

/// Adds the page as `suspect` wants it drawn to `out`.
void draw_again(Suspect& suspect, QPDFPageObjectHelper& page, QPDF& out) {
  const Frame& frame = suspect.visibility.frame();
  const bool off_page = std::any_of(suspect.groups.begin(), suspect.groups.end(),
                                    [](const Group& group) { return group.reason == HiddenReason::off_page; });
  suspect.enlarged = frame;
  suspect.enlarged.left -= margin;
  suspect.enlarged.bottom -= margin;
  suspect.enlarged.right += off_page ? far_right : margin;
  suspect.enlarged.top = frame.bottom + far_up + suspect.band * static_cast<double>(suspect.groups.size());
  out.addPage(page.getObjectHandle(), false);
  auto copy = out.getAllPages().back();
  suspect.drawn_as = static_cast<int>(out.getAllPages().size()) - 1;
  const auto& streams = suspect.visibility.painting().streams;
  std::set<QPDFObjGen> rewritten;
  for (std::size_t i = 0; i < streams.size(); ++i) {
    const bool touched = std::any_of(suspect.moved.begin(), suspect.moved.end(), [&](const auto& moved) {
      return suspect.visibility.painting().shows[moved.first].stream == i;
    });
    if (i == 0) {
      copy.replaceKey("/Contents", out.newStream(touched ? move_texts(suspect, i) : streams[i].bytes));
    } else if (touched && rewritten.insert(streams[i].form.getObjGen()).second) {
      auto form = out.copyForeignObject(streams[i].form);
      form.replaceStreamData(move_texts(suspect, i), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }
  }
  const Frame& area = suspect.enlarged;
  const auto box = QPDFObjectHandle::newFromRectangle({area.left, area.bottom, area.right, area.top});
  for (const char* key : {"/MediaBox", "/CropBox"}) copy.replaceKey(key, box);
}

/// The file of a document made here. qpdf's own writer wants cryptography for an identifier that nobody reads.
std::string write(QPDF& pdf) {
  std::string out = "%PDF-1.7\n";
  std::map<int, std::size_t> offsets;
  for (auto& object : pdf.getAllObjects()) {
    offsets[object.getObjectID()] = out.size();
    out += std::to_string(object.getObjectID()) + " 0 obj\n";
    if (object.isStream()) {
      const auto data = object.getRawStreamData();
      auto dictionary = object.getDict().shallowCopy();
      dictionary.replaceKey("/Length", QPDFObjectHandle::newInteger(static_cast<long long>(data->getSize())));
      out += dictionary.unparse() + "\nstream\n";
      out.append(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
      out += "\nendstream";
    } else {
      out += object.unparseResolved();
    }
    out += "\nendobj\n";
  }
  const std::size_t table = out.size();
  out += "xref\n0 1\n0000000000 65535 f \n";
  for (const auto& [id, offset] : offsets) {
    const auto digits = std::to_string(offset);
    if (digits.size() > 10) throw std::length_error("the copy is too large");
    out += std::to_string(id) + " 1\n" + std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  const int size = offsets.empty() ? 1 : offsets.rbegin()->first + 1;
  return out + "trailer\n<</Size " + std::to_string(size) + "/Root " + pdf.getRoot().unparse() + ">>\nstartxref\n" +
         std::to_string(table) + "\n%%EOF\n";
}

Box moved(const Box& box, double x, double y) { return {box.x0 + x, box.y0 + y, box.x1 + x, box.y1 + y}; }

class Sorter {
 public:
  Sorter(Suspect& suspect, document::Document& document) : suspect_(suspect), document_(document) {}

  void sort(std::vector<document::Word> words) {
    const Frame& frame = suspect_.visibility.frame();
    std::vector<document::Word> seen;
    for (auto& word : words) {
      Box drawn = to_drawn(word.box, suspect_.enlarged);
      const int number = group_at((drawn.y0 + drawn.y1) / 2 - frame.bottom + margin);
      std::optional<HiddenReason> reason;
      if (number >= 0) {
        const Group& group = suspect_.groups[static_cast<std::size_t>(number)];
        drawn = moved(drawn, -group.move_x, -group.move_y);
        if (suspect_.visibility.is_hidden(group.show, group.reason, word, drawn)) reason = group.reason;
      } else if (drawn.y0 > frame.top + margin) {
        continue;
      }
      if (!reason && suspect_.visibility.is_off_page(drawn)) reason = HiddenReason::off_page;
      word.box = to_seen(drawn, frame);
      if (reason)
        add(*reason, word, number);
      else
        seen.push_back(std::move(word));
    }
    // Nothing hidden after all: as it was read at first it reads best.
    if (found_) document_.pages[suspect_.page].words = std::move(seen);
  }

 private:
  /// Whose place stands at that height, -1 for the page itself.
  int group_at(double up) const {
    const double number = std::floor((up - far_up) / suspect_.band);
    return number >= 0 && number < static_cast<double>(suspect_.groups.size()) ? static_cast<int>(number) : -1;
  }

  void add(HiddenReason reason, const document::Word& word, int group) {
    auto& list = document_.hidden;
    const auto page = static_cast<std::int32_t>(suspect_.page) + 1;
    found_ = true;
    const bool same = !list.empty() && list.back().page == page && list.back().reason == reason &&
                      (group == group_ || std::abs(list.back().box.y1 - word.box.y0) < 3 * std::max(word.size, 4.0F));
    if (!same) {
      if (list.size() >= most_findings) return;
      HiddenText made;
      made.reason = reason;
      made.page = page;
      made.box = word.box;
      list.push_back(std::move(made));
    }
    group_ = group;
    HiddenText& hidden = list.back();
    hidden.box = join(hidden.box, word.box);
    if (hidden.text.size() > longest_text) return;
    if (!hidden.text.empty()) hidden.text += ' ';
    hidden.text += word.text;
  }

  Suspect& suspect_;
  document::Document& document_;
  int group_ = -2;
  bool found_ = false;
};

}  // namespace

std::vector<std::vector<Box>> set_hidden_aside(QPDF& pdf, FontTable& fonts, document::Document& document) {
  const auto layers_off = layers_switched_off(pdf);
  std::size_t budget = most_content;
  std::vector<Suspect> suspects;
  std::vector<std::vector<Box>> dots(document.pages.size());
  QPDF redrawn;
  bool whole = true;
  std::size_t number = 0;
  for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    if (number >= document.pages.size()) break;
    try {
      Suspect suspect{number, Visibility(read_painting(page, layers_off, budget), frame_of(page)), {}, {}, 0, {}, 0};
      whole = whole && suspect.visibility.painting().whole;
      for (const Box& dot : suspect.visibility.painting().dots)
        dots[number].push_back(to_seen(dot, suspect.visibility.frame()));
      find_groups(suspect);
      if (!suspect.groups.empty()) {
        if (suspects.empty()) redrawn.emptyPDF();
        draw_again(suspect, page, redrawn);
        suspects.push_back(std::move(suspect));
      }
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception&) {
      whole = false;
    }
    ++number;
  }
  if (!suspects.empty()) {
    const std::string bytes = write(redrawn);
    const auto drawn = open_with_poppler(bytes);
    for (auto& suspect : suspects) {
      const std::unique_ptr<poppler::page> page{drawn->create_page(suspect.drawn_as)};
      if (!page) continue;
      document::Page read;
      std::vector<HiddenText> known;  // found when the page was read at first
      read_words(*page, fonts, read, known);
      Sorter(suspect, document).sort(std::move(read.words));
    }
  }
  if (!whole) document.warnings.emplace_back("unchecked_text");
  return dots;
}

}  // namespace resumax::extract
