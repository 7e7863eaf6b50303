package org.sangyu.rules.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.packs.Position;
import org.sangyu.rules.packs.Text;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads the plain part of YAML: maps, lists and scalars, one document, no anchors, no tags, not deep.
 *
 * <p>Nothing is ever constructed from it but {@link Tree}, so a file can neither name a class nor unfold into more than
 * it is long.
 */
public final class YamlTree {
    /** More than any pack needs; a file that nests deeper is refused before it is built. */
    private static final int MAX_DEPTH = 24;

    private final String file;
    private final Problems problems;

    private YamlTree(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads one file; null when it could not be read, with the reason among the problems. */
    public static @Nullable Tree read(String file, String text, Problems problems) {
        YamlTree reader = new YamlTree(file, problems);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(Math.max(1, text.length() + 1))
                .build();
        try {
            if (!reader.isPlain(settings, text)) {
                return null;
            }
            Optional<Node> node = new Compose(settings).composeString(text);
            if (node.isEmpty()) {
                reader.add(
                        "EMPTY_FILE", Position.of(file), "文件是空的", "The file is empty", "删除或写完它", "Delete or write it");
                return null;
            }
            return reader.tree(node.get(), "");
        } catch (MarkedYamlEngineException e) {
            Position at = e.getProblemMark().map(reader::at).orElse(Position.of(file));
            reader.add(
                    "NOT_YAML",
                    at,
                    "不是合法的 YAML：" + e.getProblem(),
                    "Not YAML: " + e.getProblem(),
                    "改正此处的写法",
                    "Mend it");
        } catch (YamlEngineException e) {
            reader.add("NOT_YAML", Position.of(file), "不是合法的 YAML", "Not YAML: " + e.getMessage(), "改正写法", "Mend it");
        }
        return null;
    }

    private boolean isPlain(LoadSettings settings, String text) {
        int depth = 0;
        int documents = 0;
        int before = problems.count();
        for (Event event : new Parse(settings).parseString(text)) {
            Position at = event.getStartMark().map(this::at).orElse(Position.of(file));
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                add("TOO_DEEP", at, "嵌套太深", "Nested too deep", "拆开它", "Flatten it");
                return false;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof DocumentStartEvent && ++documents > 1) {
                add("SECOND_DOCUMENT", at, "一个文件只能有一份内容", "A second document in one file", "分成两个文件", "Make two files");
            }
            if (event instanceof AliasEvent
                    || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
                add(
                        "ANCHOR",
                        at,
                        "不允许使用锚点和引用（& 和 *）",
                        "Anchors and aliases (& and *) are refused",
                        "把内容写全",
                        "Write it out");
            }
            if (tagged(event)) {
                add("YAML_TAG", at, "不允许使用类型标记（!）", "Tags (!) are refused", "去掉标记", "Remove the tag");
            }
        }
        return problems.count() == before;
    }

    private static boolean tagged(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag().isPresent();
            case CollectionStartEvent start -> start.getTag().isPresent();
            default -> false;
        };
    }

    private @Nullable Tree tree(Node node, String path) {
        Position at = at(node.getStartMark().orElse(null), path);
        return switch (node) {
            case MappingNode map -> branch(map, at, path);
            case SequenceNode list -> items(list, at, path);
            case ScalarNode scalar -> leaf(scalar, at);
            default -> null;
        };
    }

    private Tree branch(MappingNode map, Position at, String path) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                add("KEY_NOT_PLAIN", at, "键必须是一个词", "A key is one word", "改写这个键", "Rewrite the key");
                continue;
            }
            String step = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            Tree value = tree(tuple.getValueNode(), step);
            Position keyAt = at(key.getStartMark().orElse(null), step);
            if (value != null && entries.putIfAbsent(key.getValue(), value) != null) {
                add(
                        "DUPLICATE_KEY",
                        keyAt,
                        "键“" + key.getValue() + "”重复",
                        "The key '" + key.getValue() + "' stands twice",
                        "删去其中一个",
                        "Remove one");
            }
        }
        return new Tree.Branch(at, entries);
    }

    private Tree items(SequenceNode list, Position at, String path) {
        List<Tree> items = new ArrayList<>();
        for (Node node : list.getValue()) {
            Tree item = tree(node, path + "[" + items.size() + "]");
            if (item != null) {
                items.add(item);
            }
        }
        return new Tree.Items(at, items);
    }

    private static Tree leaf(ScalarNode scalar, Position at) {
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        if (plain && scalar.getTag().equals(Tag.NULL)) {
            return new Tree.Leaf(at, Tree.Type.NULL, "");
        }
        return new Tree.Leaf(at, plain ? Tree.Type.PLAIN : Tree.Type.TEXT, scalar.getValue());
    }

    private Position at(Mark mark) {
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1, "");
    }

    private Position at(@Nullable Mark mark, String path) {
        return mark == null
                ? new Position(file, 0, 0, path)
                : new Position(file, mark.getLine() + 1, mark.getColumn() + 1, path);
    }

    private void add(String code, Position at, String zh, String en, String todoZh, String todoEn) {
        problems.add(code, at, new Text(zh, en), new Text(todoZh, todoEn));
    }
}
