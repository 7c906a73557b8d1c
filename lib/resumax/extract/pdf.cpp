#include <resumax/core/error.hpp>
#include <resumax/extract/pdf.hpp>
#include <resumax/extract/pdf_fonts.hpp>
#include <resumax/extract/pdf_hidden.hpp>
#include <resumax/extract/pdf_links.hpp>
#include <resumax/extract/pdf_marks.hpp>
#include <resumax/extract/pdf_open.hpp>
#include <resumax/extract/pdf_words.hpp>
#include <resumax/extract/qpdf_open.hpp>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <qpdf/QPDF.hh>

#include <limits>
#include <memory>
#include <new>

namespace resumax::extract {

namespace {

constexpr std::size_t most_hidden = 100;
constexpr auto hint_export = "open the file in a PDF viewer and print or export it to a new PDF";

}  // namespace

std::unique_ptr<poppler::document> open_with_poppler(std::string_view bytes) {
  // Complaints about damaged files would go to standard error.
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    throw Error(Errc::parse_failed, "the PDF is larger than 2 GB");
  std::unique_ptr<poppler::document> pdf(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!pdf) throw Error(Errc::parse_failed, "the PDF is damaged: it cannot be opened", hint_export);
  // Asking a locked document anything else crashes poppler.
  if (pdf->is_locked())
    throw Error(Errc::encrypted, "the PDF is encrypted and needs a password",
                "save a copy without the password, for example with: qpdf --decrypt --password=… in.pdf out.pdf");
  return pdf;
}

namespace {

/// What qpdf tells and poppler does not: links, which words are hidden, and list marks drawn as shapes.
void read_objects(std::string_view bytes, FontTable& fonts, document::Document& document) {
  try {
    const auto pdf = open_with_qpdf(bytes);
    auto dots = set_hidden_aside(*pdf, fonts, document);
    for (std::size_t i = 0; i < dots.size(); ++i) mark_words(std::move(dots[i]), document.pages[i]);
    read_links(*pdf, document);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    document.warnings.emplace_back("unread_links");
    document.warnings.emplace_back("unchecked_text");
  }
}

std::size_t words_of(const document::Document& document) {
  std::size_t words = 0;
  for (const auto& page : document.pages) words += page.words.size();
  return words;
}

}  // namespace

document::Document extract_pdf(std::string_view bytes, const PdfLimits& limits) {
  const auto pdf = open_with_poppler(bytes);
  const int pages = pdf->pages();
  if (pages <= 0) throw Error(Errc::parse_failed, "the PDF is damaged: it has no pages", hint_export);
  document::Document document;
  document.format = document::Format::pdf;
  FontTable fonts(document.fonts);
  std::size_t words = 0;
  int index = 0;
  for (; index < pages && index < limits.most_pages && words < limits.most_words; ++index) {
    document::Page out;
    if (const std::unique_ptr<poppler::page> page{pdf->create_page(index)}) {
      const auto area = page->page_rect();
      out.width = area.width();
      out.height = area.height();
      std::vector<document::HiddenText> hidden;
      read_words(*page, fonts, out, hidden);
      for (auto& entry : hidden) {
        if (document.hidden.size() >= most_hidden) break;
        entry.page = index + 1;
        document.hidden.push_back(std::move(entry));
      }
    }
    words += out.words.size();
    document.pages.push_back(std::move(out));
  }
  if (index < pages) document.warnings.emplace_back("truncated_pages");
  if (words == 0)
    throw Error(Errc::no_text_layer, "the PDF has no text: its pages are pictures or empty",
                "run text recognition over it first, for example with: ocrmypdf in.pdf out.pdf");
  read_objects(bytes, fonts, document);
  if (words_of(document) == 0)
    throw Error(Errc::no_text_layer, "the PDF shows no text: what text it has is hidden",
                "export the document again with its text visible");
  return document;
}

}  // namespace resumax::extract
