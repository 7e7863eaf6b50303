package org.sangyu.rules.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.reading.Problems;

/** The YAML files below a folder, in the order of their paths; everything that has no business there is a problem. */
final class PackFolder {
    /** A pack file is written and read by people; a longer one is a mistake or an attack. */
    private static final long MAX_BYTES = 512 * 1024;

    private static final int MAX_FILES = 20_000;

    private PackFolder() {}

    static List<PackFile> files(Path folder, Problems problems) {
        List<PackFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.limit(MAX_FILES + 1L).sorted().toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (Files.isSymbolicLink(path)) {
                    problem(problems, name, "LINK", "不允许使用链接", "Links are refused", "放入文件本身", "Put the file itself");
                } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    PackFile file = read(path, name, problems);
                    if (file != null) {
                        files.add(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (files.size() >= MAX_FILES) {
            problem(problems, "", "TOO_MANY_FILES", "文件太多", "Too many files", "检查文件夹是否选错", "Check the folder");
        }
        return files;
    }

    private static @Nullable PackFile read(Path path, String name, Problems problems) throws IOException {
        if (name.endsWith(".md")) {
            return null;
        }
        if (!name.endsWith(".yaml")) {
            problem(problems, name, "UNKNOWN_FILE", "不认识的文件", "A file that is not known here", "移走它", "Move it away");
            return null;
        }
        if (Files.size(path) > MAX_BYTES) {
            problem(problems, name, "FILE_TOO_LARGE", "文件超过 512 KB", "The file is over 512 KB", "拆分它", "Split it");
            return null;
        }
        byte[] bytes = Files.readAllBytes(path);
        if (bytes.length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF) {
            problem(
                    problems,
                    name,
                    "BYTE_ORDER_MARK",
                    "文件开头有字节顺序标记",
                    "A byte order mark",
                    "存为不带 BOM 的 UTF-8",
                    "Save as UTF-8 without BOM");
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new PackFile(name, text.replace("\r\n", "\n"));
        } catch (CharacterCodingException e) {
            problem(
                    problems,
                    name,
                    "NOT_UTF8",
                    "文件不是 UTF-8 编码",
                    "The file is not UTF-8",
                    "存为 UTF-8",
                    "Save it as UTF-8");
            return null;
        }
    }

    private static void problem(
            Problems problems, String file, String code, String zh, String en, String todoZh, String todoEn) {
        problems.add(code, Position.of(file), new Text(zh, en), new Text(todoZh, todoEn));
    }
}
