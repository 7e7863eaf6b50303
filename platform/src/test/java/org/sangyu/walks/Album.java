package org.sangyu.walks;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pictures of the pages for a person to look at, in {@code target/screenshots}, with an {@code index.html} that puts desk
 * and phone, Chinese and English side by side. The pictures of the run before are kept beside, in {@code
 * target/screenshots-before}; what differs from them comes first.
 */
final class Album {

    /** How a page is looked at. */
    enum Size {
        DESK(1366, 768, 4000),
        PHONE(360, 740, 3200);

        final int width;
        final int height;
        private final int most;

        Size(int width, int height, int most) {
            this.width = width;
            this.height = height;
            this.most = most;
        }
    }

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int LONGEST_NAME = 80;

    private final Path folder;
    private final Path before;
    private final Map<String, List<Path>> pictures = new LinkedHashMap<>();
    private final List<Path> papers = new ArrayList<>();
    private final Set<String> paths = new LinkedHashSet<>();

    private Album(Path folder, Path before) {
        this.folder = folder;
        this.before = before;
    }

    /** A new album; the one before is put aside. */
    static Album begin(Path target) {
        Path folder = target.resolve("screenshots");
        Path before = target.resolve("screenshots-before");
        try {
            if (Files.exists(folder)) {
                removeAll(before);
                Files.move(folder, before);
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Album(folder, before);
    }

    /** Takes a picture of the whole page, or of its beginning when it is very long. */
    void take(Page page, String title, String language, Size size) {
        String name = file(title) + "." + language + "." + size.name().toLowerCase(java.util.Locale.ROOT) + ".png";
        Path picture = folder.resolve(name);
        int height = ((Number) page.evaluate("() => document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(size.width, Math.clamp(height, size.height, size.most));
        page.screenshot(new Page.ScreenshotOptions().setPath(picture).setAnimations(ScreenshotAnimations.DISABLED));
        pictures.computeIfAbsent(title, none -> new ArrayList<>()).add(picture);
    }

    /** A title that no picture has yet: the same page at another moment, or seen by somebody else, gets a number. */
    String title(String state, String path) {
        String title = state + " " + ID.matcher(path).replaceAll("{id}");
        String name = title;
        for (int again = 2; pictures.containsKey(name); again++) {
            name = title + " " + again;
        }
        return name;
    }

    /** Keeps what was printed. */
    void keep(String title, byte[] paper) {
        Path file = folder.resolve(file(ID.matcher(title.replace(".pdf", "")).replaceAll("{id}")) + ".pdf");
        try {
            Files.write(file, paper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        papers.add(file);
    }

    /** Says which address a picture was taken of. */
    void seen(String path) {
        paths.add(path);
    }

    /** Every path that was seen, without its query. */
    Set<String> paths() {
        return paths;
    }

    /** Writes the page that shows everything. */
    void finish() {
        StringBuilder changed = new StringBuilder();
        StringBuilder same = new StringBuilder();
        pictures.forEach((title, taken) -> {
            boolean differs = taken.stream().anyMatch(this::differs);
            (differs ? changed : same).append(section(title, taken));
        });
        String page = """
                <!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>每一页</title>
                <style>body{font:14px sans-serif;margin:16px;background:#ddd}section{margin:0 0 32px}
                .row{display:flex;gap:16px;align-items:flex-start;overflow:auto}img{border:1px solid #888;background:#fff}
                img.desk{width:820px}img.phone{width:300px}h2{font:600 15px monospace}</style>
                <h1>打印</h1>%s<h1>变了的</h1>%s<h1>没变的</h1>%s</html>
                """.formatted(links(), changed, same);
        try {
            Files.writeString(folder.resolve("index.html"), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String links() {
        return papers.stream()
                .map(paper -> paper.getFileName().toString())
                .map("<a href=\"%1$s\">%1$s</a> "::formatted)
                .collect(Collectors.joining());
    }

    private String section(String title, List<Path> taken) {
        StringBuilder section = new StringBuilder("<section><h2>" + title + "</h2><div class=\"row\">");
        for (Path picture : taken) {
            String name = picture.getFileName().toString();
            section.append("<a href=\"%s\"><img loading=\"lazy\" class=\"%s\" src=\"%s\" alt=\"%s\"></a>"
                    .formatted(name, name.endsWith(".phone.png") ? "phone" : "desk", name, name));
            if (differs(picture) && Files.exists(before.resolve(name))) {
                section.append("<a href=\"../screenshots-before/%s\">以前</a>".formatted(name));
            }
        }
        return section.append("</div></section>\n").toString();
    }

    private boolean differs(Path picture) {
        Path was = before.resolve(picture.getFileName());
        try {
            return !Files.exists(was) || !Arrays.equals(Files.readAllBytes(picture), Files.readAllBytes(was));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String title) {
        String name = title.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static void removeAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
