package dev.lifering.audit.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule X6: a spreadsheet finds no formula, and every reader of CSV the same cells. */
class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/c calc'!A0"})
    void x6_whatBeginsLikeAFormulaGetsAnApostrophe(String cell) {
        assertEquals("'" + cell + "\r\n", Csv.line(List.of(cell)));
    }

    @Test
    void x6_whatBeginsWithATabOrTheEndOfALineGetsAnApostropheToo() {
        assertEquals("'\t=1\r\n", Csv.line(List.of("\t=1")));
        assertEquals("\"'\r=1\"\r\n", Csv.line(List.of("\r=1")));
        assertEquals("\"'\n=1\"\r\n", Csv.line(List.of("\n=1")));
        assertEquals("\"'=1,\"\"2\"\"\"\r\n", Csv.line(List.of("=1,\"2\"")));
    }

    @Test
    void rfc4180_cellsAreQuotedWhereTheyMustBe() {
        assertEquals("a,,b c\r\n", Csv.line(List.of("a", "", "b c")));
        assertEquals(
                "\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\"\r\n",
                Csv.line(List.of("a,b", "say \"hi\"", "two\r\nlines")));
        assertEquals("a=1+2-3@4\r\n", Csv.line(List.of("a=1+2-3@4")));
    }
}
