#pragma once

#include "platform/document/document.hpp"

namespace lenig::document {

/// What the converter makes a document of: HTML by our own view for PDF, the manuscript as JSON for DOCX.
std::string source_of(Manuscript const& manuscript, Format format);

}  // namespace lenig::document
