#include <resumax/render/layout.hpp>

#include <algorithm>

namespace resumax::render {

std::vector<std::vector<PlacedRow>> paginate(const std::vector<Row>& rows, double top, double height) {
  std::vector<std::vector<PlacedRow>> pages;
  for (std::size_t begin = 0; begin < rows.size();) {
    double used = 0;
    std::size_t fits = begin, end = begin;  // rows [begin, fits) fit; a break is allowed before `end`
    while (fits < rows.size()) {
      used += (fits > begin ? rows[fits].before : 0) + rows[fits].height;
      if (used > height) break;
      ++fits;
      if (fits == rows.size() || !rows[fits - 1].keep_next) end = fits;
    }
    if (end == begin) end = std::max(fits, begin + 1);
    std::vector<PlacedRow> page;
    double at = top;
    for (std::size_t i = begin; i < end; ++i) {
      if (i > begin) at += rows[i].before;
      page.push_back({i, at});
      at += rows[i].height;
    }
    pages.push_back(std::move(page));
    begin = end;
  }
  if (pages.empty()) pages.emplace_back();
  return pages;
}

}  // namespace resumax::render
