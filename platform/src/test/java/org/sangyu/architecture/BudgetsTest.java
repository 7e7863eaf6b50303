package org.sangyu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Length has a price: what is longer stands in a list that may only get shorter. */
@DisplayName("篇幅")
class BudgetsTest {

    private static final int FILE = 400;
    private static final int TEMPLATE = 120;
    private static final int METHOD = 40;
    private static final int PARAMETERS = 4;

    /** A page's method takes the parts of its address and form one by one, and what Spring hands in. */
    private static final int PARAMETERS_OF_A_PAGE = 8;

    private static final Pattern TYPE = Pattern.compile("(^|\\s)(class|record|enum|interface|@interface)\\s");
    private static final Pattern METHOD_HEAD = Pattern.compile("[\\w>\\]]\\s+\\w+\\(");

    @Test
    @DisplayName("文件不超过 400 行，模板不超过 120 行，方法不超过 40 行、4 个参数")
    void nothingGrowsBeyondItsBudget() {
        Set<String> allowed = Sources.below("platform/src/test/resources/house", "allowed-long.txt").stream()
                .flatMap(file -> file.text().lines())
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = new TreeSet<>();
        Sources.program(".java").forEach(file -> found.addAll(tooLong(file)));
        Sources.below("platform/src/main/jte", ".jte").stream()
                .filter(file -> file.text().lines().count() > TEMPLATE)
                .forEach(file -> found.add(file.path()));
        assertThat(found)
                .as("longer than allowed; or no longer too long: take it off the list")
                .isEqualTo(allowed);
    }

    @Test
    @DisplayName("过长的方法、过多的参数、过长的文件查得出来")
    void whatIsTooLongIsReported() {
        String body = "        step();\n".repeat(METHOD + 1);
        assertThat(tooLong(new Sources("X.java", "class X {\n    void a() {\n" + body + "    }\n}\n")))
                .containsExactly("X.java a");
        assertThat(tooLong(new Sources("X.java", "class X {\n    void a() {\n        step();\n    }\n}\n")))
                .isEmpty();
        assertThat(tooLong(new Sources(
                        "X.java", "class X {\n    void b(int a, int b, int c, int d, int e) {\n    }\n}\n")))
                .containsExactly("X.java b");
        assertThat(tooLong(new Sources("X.java", "//\n".repeat(FILE + 1)))).containsExactly("X.java");
    }

    @Test
    @DisplayName("每个包都声明 @NullMarked")
    void everyPackageIsNullMarked() {
        Set<String> marked = Sources.program("package-info.java").stream()
                .filter(file -> file.text().contains("@NullMarked"))
                .map(BudgetsTest::folder)
                .collect(Collectors.toSet());
        assertThat(Sources.program(".java").stream().map(BudgetsTest::folder).distinct())
                .allSatisfy(folder -> assertThat(marked).contains(folder));
    }

    @Test
    @DisplayName("SQL 里没有以 % 开头的模糊查询")
    void noSearchFromTheMiddle() {
        assertThat(Sources.program(".java", ".sql").stream()
                        .filter(file -> Pattern.compile("like\\s+'%", Pattern.CASE_INSENSITIVE)
                                .matcher(file.text())
                                .find())
                        .map(Sources::path))
                .isEmpty();
    }

    private static String folder(Sources file) {
        return file.path().substring(0, file.path().lastIndexOf('/'));
    }

    private static List<String> tooLong(Sources file) {
        List<String> lines = file.text().lines().toList();
        List<String> found = new ArrayList<>();
        if (lines.size() > FILE) {
            found.add(file.path());
        }
        for (int line = 0; line < lines.size(); line++) {
            int indent = indent(lines.get(line));
            if ((indent == 4 || indent == 8) && isMember(lines, line, indent)) {
                found.addAll(member(file.path(), lines, line, indent));
            }
        }
        return found;
    }

    /** The formatter gives every member of a type the same indentation, so a member's head can be told by it. */
    private static boolean isMember(List<String> lines, int line, int indent) {
        String text = lines.get(line).strip();
        boolean nested = indent == 4 || enclosing(lines, line);
        return nested
                && METHOD_HEAD.matcher(text).find()
                && !TYPE.matcher(text).find()
                && !text.startsWith("return ")
                && !text.startsWith("new ")
                && !text.startsWith("*")
                && !text.startsWith("//")
                && !text.startsWith("else ")
                && !text.contains("=");
    }

    private static boolean enclosing(List<String> lines, int line) {
        for (int above = line - 1; above >= 0; above--) {
            if (indent(lines.get(above)) == 4 && !lines.get(above).isBlank()) {
                return TYPE.matcher(lines.get(above)).find() && lines.get(above).endsWith("{");
            }
        }
        return false;
    }

    private static List<String> member(String path, List<String> lines, int line, int indent) {
        StringBuilder head = new StringBuilder();
        int at = line;
        while (at < lines.size()
                && !lines.get(at).endsWith("{")
                && !lines.get(at).endsWith(";")) {
            head.append(lines.get(at++));
        }
        if (at >= lines.size() || lines.get(at).endsWith(";")) {
            return List.of();
        }
        head.append(lines.get(at));
        int end = at;
        while (end < lines.size() && !lines.get(end).equals(" ".repeat(indent) + "}")) {
            end++;
        }
        String name = head.substring(0, head.indexOf("(")).replaceFirst(".*\\s", "");
        boolean constructor = path.endsWith("/" + name + ".java");
        int most = path.endsWith("Pages.java") ? PARAMETERS_OF_A_PAGE : PARAMETERS;
        boolean wide = !constructor && parameters(head.toString()) > most;
        return end - at - 1 > METHOD || wide ? List.of(path + " " + name) : List.of();
    }

    private static int parameters(String head) {
        int depth = 0;
        int commas = 0;
        int from = head.indexOf('(');
        for (int i = from; i < head.lastIndexOf(')'); i++) {
            char c = head.charAt(i);
            depth += c == '<' || c == '(' ? 1 : c == '>' || c == ')' ? -1 : 0;
            commas += c == ',' && depth == 1 ? 1 : 0;
        }
        return head.substring(from + 1, head.lastIndexOf(')')).isBlank() ? 0 : commas + 1;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
