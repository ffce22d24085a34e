#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "platform/base/result.hpp"
#include "platform/document/document.hpp"

namespace lenig::document {

/// The process that makes a document: a Python program of ours with WeasyPrint and python-docx, shut off by bubblewrap
/// from the network, other processes and all files but programs and fonts, within limits of time and memory. It is
/// given its text over a socket and gives the document back over it; it sees nothing else.
struct Converter {
  std::string socket;                       // of a converter that systemd starts; empty: started here
  std::string python = "/usr/bin/python3";  // Debian's own: its packages hold WeasyPrint and python-docx
  std::string shell = "/usr/bin/bwrap";
  std::string program;                          // empty: the one that is built in
  std::chrono::seconds longest{40};             // of time
  std::size_t memory = std::size_t{1} << 30;    // of address space
  std::size_t largest = std::size_t{32} << 20;  // of a document
};

/// Why there is no document.
enum class Fault {
  missing,    // the converter, or what it needs, is not installed
  too_long,   // it took longer than it may
  too_large,  // it needed more memory than it may
  broken      // it failed otherwise
};
BOOST_DESCRIBE_ENUM(Fault, missing, too_long, too_large, broken)

/// Makes a document; gives its bytes. Tells meanwhile how far it is, in percent.
Result<std::string, Fault> convert(Converter const& converter, Format format, std::string const& source,
                                   std::function<void(int)> const& progress);

/// What stands in the way of making documents here, each with what to do; nothing when all is well. Takes a second.
struct Hindrance {
  std::string what;
  std::string remedy;
};
std::vector<Hindrance> hindrances(Converter const& converter);

}  // namespace lenig::document
