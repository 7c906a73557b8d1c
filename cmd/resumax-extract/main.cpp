#include "serve.hpp"

#include <cstdio>

int main(int argc, char** argv) {
  const auto limits = resumax::helper::parse_limits(argc, argv);
  if (!limits || !resumax::helper::is_asked_by_program()) {
    std::fputs("resumax-extract is started by resumax; it answers on the socket that is its standard input.\n", stderr);
    return 2;
  }
  return resumax::helper::serve(*limits);
}
