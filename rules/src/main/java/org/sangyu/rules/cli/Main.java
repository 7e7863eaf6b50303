package org.sangyu.rules.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** Entry of the commands that need no database. */
public final class Main {
    private static final int BUFFER = 1 << 16;

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintStream errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        OutputStream answer = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER);
        int exit = run(List.of(arguments), answer, errors, Clock.system(ZoneId.of("Asia/Shanghai")));
        System.exit(exit);
    }

    /**
     * Runs one command.
     *
     * @param answer gets the answer and nothing else; flushed, not closed
     * @param clock only to mark months that are still to come
     * @return 0 done, 1 our fault, 2 a fault of the arguments, the facts or the packs
     */
    public static int run(List<String> arguments, OutputStream answer, PrintStream errors, Clock clock) {
        try {
            int exit = command(arguments).run(answer, errors, clock);
            answer.flush();
            return exit;
        } catch (RefusedException e) {
            e.problems().forEach(problem -> {
                errors.println(problem.line("zh"));
                errors.println(problem.line("en"));
            });
            return 2;
        } catch (IOException | RuntimeException e) {
            errors.println("程序出错，请把下面的内容告诉维护者。Our fault; please report this:");
            e.printStackTrace(errors);
            return 1;
        }
    }

    private static Command command(List<String> arguments) {
        String first = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        return switch (first) {
            case "decide" -> new AnswerCommand(Options.parse(rest), AnswerCommand.What.DECISIONS);
            case "groups" -> new AnswerCommand(Options.parse(rest), AnswerCommand.What.GROUPS);
            case "pack" -> pack(rest);
            default -> throw unknown(first);
        };
    }

    private static Command pack(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.getFirst().equals("check")) {
            throw unknown("pack " + String.join(" ", arguments));
        }
        return CheckCommand.parse(arguments.subList(1, arguments.size()));
    }

    private static RefusedException unknown(String command) {
        return RefusedException.argument(
                "不认识的命令“" + command + "”",
                "The command '" + command + "' is not known",
                "用 decide、groups 或 pack check",
                "Use decide, groups or pack check");
    }
}
