#include "app.hpp"
#include "system_io.hpp"

int main(int argc, char** argv) {
  resumax::app::SystemIo system;
  return resumax::app::run(argc, argv, system.io());
}
