// A workbook made of its parts, as small as a spreadsheet program would still open it.
#pragma once

#include <string>

#include "specimen.hpp"

namespace comity::formats::test {

inline Members workbook_parts(const std::string& sheet1, const std::string& sheet2 = "<sheetData/>") {
  const std::string main = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  const std::string rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
  return {
      {"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
      {"_rels/.rels", "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"r1\" Type=\"" + rel + "/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"},
      {"xl/worksheets/sheet1.xml", "<worksheet" + main + ">" + sheet1 + "</worksheet>"},
      {"xl/worksheets/sheet2.xml", "<worksheet" + main + ">" + sheet2 + "</worksheet>"},
      {"xl/workbook.xml", "<workbook" + main + " xmlns:r=\"" + rel + "\"><sheets><sheet name=\"Trade &amp; aid\" sheetId=\"1\" r:id=\"rId1\"/>"
                          "<sheet name=\"Notes\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"rId1\" Type=\"" + rel + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                                     "<Relationship Id=\"rId2\" Type=\"" + rel + "/worksheet\" Target=\"../xl/worksheets/sheet2.xml\"/>"
                                     "<Relationship Id=\"rId3\" Type=\"" + rel + "/styles\" Target=\"styles.xml\"/>"
                                     "<Relationship Id=\"rId4\" Type=\"" + rel + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"},
      {"xl/styles.xml", "<styleSheet" + main + "><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/><numFmt numFmtId=\"165\" formatCode=\"#,##0 &quot;days&quot;\"/></numFmts>"
                        "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>"},
      {"xl/sharedStrings.xml", "<sst" + main + "><si><t>Country</t></si><si><r><t xml:space=\"preserve\">Côte </t></r><r><t>d'Ivoire</t></r><rPh sb=\"0\" eb=\"1\"><t>kana</t></rPh></si>"
                               "<si><t>two_x000D_\nlines</t></si></sst>"},
  };
}

}  // namespace comity::formats::test
