#include <resumax/render/formats.hpp>
#include <resumax/render/layout.hpp>
#include <resumax/render/pdf_file.hpp>
#include <resumax/render/pdf_tags.hpp>

#include <map>
#include <utility>

namespace resumax::render {

namespace {

std::string hex_code(std::uint16_t code) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[static_cast<std::size_t>(code >> shift & 0xF)];
  return out;
}

class Writer {
 public:
  Writer(const Manuscript& manuscript, const Layout& layout, const FontSet& fonts)
      : layout_(layout),
        tags_(file_, manuscript.language, manuscript.direction == Direction::right_to_left),
        elements_(layout.blocks.size()) {
    file_.set_info(manuscript.title, manuscript.title);
    for (std::size_t i = 0; i < fonts.size(); ++i) {
      const Font* font = fonts.font(i);
      const std::string tag = std::string("RESUM") + static_cast<char>('A' + i);
      fonts_.push_back(font && font->used().size() > 1 ? file_.add_font(*font, tag) : nullptr);
    }
  }

  std::string run() {
    for (const auto& rows : layout_.pages) {
      page_ = file_.add_page(page_width, page_height);
      tags_.begin_page(page_);
      for (const PlacedRow& placed : rows) row(layout_.rows[placed.row], placed.top);
      file_.write(page_, std::exchange(operators_, {}));
    }
    tags_.finish();
    return file_.bytes();
  }

 private:
  // The structure elements of a block: what its text belongs to and, in a list item, its bullet.
  struct Elements {
    HPDF_Dict body = nullptr, label = nullptr;
    std::map<int, HPDF_Dict> links;
  };

  Elements& elements_of(std::size_t block) {
    Elements& out = elements_[block];
    if (out.body) return out;
    const Tag tag = layout_.blocks[block];
    if (tag != Tag::bullet) list_ = nullptr;
    switch (tag) {
      case Tag::title:
        out.body = tags_.element("H1");
        break;
      case Tag::heading:
        out.body = tags_.element("H2");
        break;
      case Tag::entry:
        out.body = tags_.element("H3");
        break;
      case Tag::paragraph:
        out.body = tags_.element("P");
        break;
      case Tag::bullet: {
        if (!list_) list_ = tags_.element("L");
        const HPDF_Dict item = tags_.element("LI", list_);
        out.label = tags_.element("Lbl", item);
        out.body = tags_.element("LBody", item);
        break;
      }
    }
    return out;
  }

  void row(const Row& row, double top) {
    Elements& elements = elements_of(row.block);
    const double baseline = page_height - top - row.baseline;
    for (const Segment& segment : row.segments) {
      HPDF_Dict element = segment.label ? elements.label : elements.body;
      const char* type = segment.label ? "Lbl" : "Span";
      if (segment.link >= 0) {
        HPDF_Dict& link = elements.links[segment.link];
        if (!link) link = tags_.element("Link", elements.body);
        element = link;
        type = "Link";
      }
      operators_ += tags_.begin(element, type);
      show(segment, baseline);
      operators_ += TagTree::end;
      if (segment.link >= 0) link(segment, baseline, element);
    }
    if (row.ruled) rule(baseline - 4.5);
  }

  void show(const Segment& segment, double baseline) {
    const Style& style = *segment.style;
    operators_ += "BT\n" + pdf_number(style.color.red) + " " + pdf_number(style.color.green) + " " +
                  pdf_number(style.color.blue) + " rg\n" + pdf_number(segment.x) + " " + pdf_number(baseline) + " Td\n";
    const auto& cells = segment.cells;
    for (std::size_t i = 0; i < cells.size();) {
      const std::uint8_t font = cells[i].font;
      operators_ +=
          "/" + std::string(HPDF_Page_GetLocalFontName(page_, fonts_[font])) + " " + pdf_number(style.size) + " Tf\n[<";
      for (; i < cells.size() && cells[i].font == font; ++i) {
        operators_ += hex_code(cells[i].code);
        if (cells[i].kerning != 0) operators_ += "> " + std::to_string(-cells[i].kerning) + " <";
      }
      operators_ += ">] TJ\n";
    }
    operators_ += "ET\n";
  }

  void link(const Segment& segment, double baseline, HPDF_Dict element) {
    const double size = segment.style->size;
    const HPDF_Rect place{static_cast<HPDF_REAL>(segment.x), static_cast<HPDF_REAL>(baseline - size * 0.25),
                          static_cast<HPDF_REAL>(segment.x + segment.width),
                          static_cast<HPDF_REAL>(baseline + size * 0.85)};
    tags_.add_annotation(element, file_.add_link(page_, place, layout_.links[static_cast<std::size_t>(segment.link)]));
  }

  void rule(double y) {
    operators_ += "/Artifact BMC\n0.62 0.66 0.72 RG 0.6 w " + pdf_number(layout_.left) + " " + pdf_number(y) + " m " +
                  pdf_number(layout_.right) + " " + pdf_number(y) + " l S\nEMC\n";
  }

  const Layout& layout_;
  PdfFile file_;
  TagTree tags_;
  std::vector<Elements> elements_;
  std::vector<HPDF_Font> fonts_;
  HPDF_Dict list_ = nullptr;
  HPDF_Page page_ = nullptr;
  std::string operators_;
};

}  // namespace

std::string to_pdf(const Manuscript& manuscript, const std::string& font_directory) {
  FontSet fonts(font_directory);
  const Layout layout = lay_out(manuscript, fonts);
  return Writer(manuscript, layout, fonts).run();
}

}  // namespace resumax::render
