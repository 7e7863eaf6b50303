package org.sangyu.launch;

import java.util.List;
import org.springframework.context.ApplicationContext;

/** What stands on the console once the first page can be opened. */
final class Console {

    private Console() {}

    @SuppressWarnings("SystemOut")
    static void greet(ApplicationContext context, Options options) {
        String host = options.address().equals("0.0.0.0") ? "127.0.0.1" : options.address();
        StringBuilder text = new StringBuilder();
        text.append("\n  桑榆 Sangyu  →  ")
                .append(Certificate.scheme(options.others()))
                .append("://")
                .append(host)
                .append(':')
                .append(options.port())
                .append("/\n\n");
        context.getBeansOfType(Announcement.class).values().stream()
                .map(Announcement::lines)
                .flatMap(List::stream)
                .forEach(line -> text.append("  ").append(line).append('\n'));
        text.append(options.production() ? "" : "  演示数据，请勿录入真实个人信息。Demonstration: enter no real personal data.\n");
        text.append("  Ctrl-C 停止 stops.\n");
        System.out.println(text);
    }
}
