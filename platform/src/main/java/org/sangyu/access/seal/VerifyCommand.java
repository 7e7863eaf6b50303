package org.sangyu.access.seal;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code ./sangyu audit verify FILE [--root HEX]}: checks an export of the ledger without any database.
 *
 * <p>Ends with 0 when everything stands, 3 when something was found, 2 when file or arguments cannot be read.
 */
public final class VerifyCommand {

    private static final int STANDS = 0;
    private static final int REFUSED = 2;
    private static final int FOUND = 3;
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");

    private VerifyCommand() {}

    /** Runs the command and ends the process. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, errors));
    }

    /** Runs the command and gives its exit code. */
    public static int run(List<String> arguments, PrintStream out, PrintStream errors) {
        boolean named = arguments.size() == 4 && arguments.get(2).equals("--root");
        if (arguments.size() < 2 || !arguments.getFirst().equals("verify") || !(named || arguments.size() == 2)) {
            return refuse(
                    errors,
                    "用法：./sangyu audit verify 导出文件 [--root 根值]",
                    "Usage: ./sangyu audit verify FILE [--root HEX]");
        }
        String expected = named ? arguments.get(3) : "";
        if (named && !HEX.matcher(expected).matches()) {
            return refuse(
                    errors,
                    "--root 应为 64 位十六进制数字，见审计页面或纸面：" + expected,
                    "--root takes 64 hexadecimal digits, as on the auditor's page or on paper: " + expected);
        }
        Path file = Path.of(arguments.get(1));
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)))) {
            Verification.Report report = Verification.of(rows, expected);
            print(report, out);
            return report.stands() ? STANDS : FOUND;
        } catch (IOException e) {
            return refuse(errors, "读不到文件：" + file, "The file cannot be read: " + file);
        }
    }

    private static void print(Verification.Report report, PrintStream out) {
        out.printf("封存 %d 批，核对 %d 条，另有 %d 条属于别处、只见散列。%n", report.seals(), report.lines(), report.others());
        out.printf(
                "%d seals, %d lines checked, %d more belong elsewhere and show only their hash.%n",
                report.seals(), report.lines(), report.others());
        if (report.erased() > 0) {
            out.printf("另有 %d 条按保存期限清除了内容，散列仍在链上。%n", report.erased());
            out.printf("%d more were erased after the time they are kept; their hashes stand.%n", report.erased());
        }
        out.printf("最新根值 newest root: %s%n", report.newest().isEmpty() ? "—" : report.newest());
        report.findings().forEach(finding -> {
            out.printf("第 %d 行：%s%n", finding.where(), zh(finding));
            out.printf("row %d: %s%n", finding.where(), en(finding));
        });
        out.println(report.stands() ? "完好。Everything stands." : "不完好。It does not stand.");
    }

    private static String zh(Finding finding) {
        return switch (finding.what()) {
            case CHANGED_LINE -> "第 " + finding.number() + " 条被改动过";
            case MISSING_LINE -> "编号 " + finding.number() + " 的记录（或该批中的一条）缺失";
            case UNSEALED_LINE -> "第 " + finding.number() + " 条尚未封存";
            case CHANGED_SEAL -> "第 " + finding.number() + " 批的内容与封存时不同";
            case BROKEN_CHAIN -> "第 " + finding.number() + " 批与前一批接不上";
            case MISSING_SEAL -> "缺第 " + finding.number() + " 批";
            case CUT_OFF -> "到第 " + finding.number() + " 批为止，结尾被截断";
            case OTHER_ROOT -> "最新根值与给出的不同，最后是第 " + finding.number() + " 批";
            case UNREADABLE -> "这一行读不懂，或不该在这里";
        };
    }

    private static String en(Finding finding) {
        return switch (finding.what()) {
            case CHANGED_LINE -> "line " + finding.number() + " was changed";
            case MISSING_LINE -> "line " + finding.number() + " (or a line of the seal with that number) is missing";
            case UNSEALED_LINE -> "line " + finding.number() + " is not sealed yet";
            case CHANGED_SEAL -> "seal " + finding.number() + " was made over something else";
            case BROKEN_CHAIN -> "seal " + finding.number() + " does not follow the one before";
            case MISSING_SEAL -> "seal " + finding.number() + " is missing";
            case CUT_OFF -> "cut off after seal " + finding.number();
            case OTHER_ROOT -> "the newest root is not the one given; the last is seal " + finding.number();
            case UNREADABLE -> "this row cannot be read or does not belong here";
        };
    }

    private static int refuse(PrintStream errors, String zh, String en) {
        errors.println(zh);
        errors.println(en);
        return REFUSED;
    }
}
