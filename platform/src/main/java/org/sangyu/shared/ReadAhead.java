package org.sangyu.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Reads on a thread of its own, at the same desk, while this one works on what was read before: a second core is used
 * and the order is kept. A few thousand items lie between the two at most.
 *
 * <p>The reading has its own transaction. Whatever breaks either side off ends both; closing waits for the reader.
 */
public final class ReadAhead<T> implements AutoCloseable {

    private static final int PIECE = 250;
    private static final int PIECES_AHEAD = 12;

    private final BlockingQueue<Piece<T>> pieces = new ArrayBlockingQueue<>(PIECES_AHEAD);
    private final Thread reader;
    private List<T> filling = new ArrayList<>(PIECE);
    private volatile boolean closed;

    private sealed interface Piece<T> {
        record Next<T>(List<T> items) implements Piece<T> {}

        record End<T>() implements Piece<T> {}

        record Failure<T>(Throwable cause) implements Piece<T> {}
    }

    /** Hands over everything there is, in order. */
    public interface Reading<T> {
        /** Gives each item to the taker. */
        void forEach(Consumer<T> taker);
    }

    /** Begins to read at once, at the desk of this thread. */
    public ReadAhead(String name, Reading<T> reading) {
        Desk desk = CurrentDesk.get();
        this.reader = Thread.ofPlatform().name(name).start(() -> CurrentDesk.run(desk, () -> read(reading)));
    }

    /** Works on everything on this thread; what broke off the reading is thrown here. */
    public void forEach(Consumer<T> work) {
        try {
            while (true) {
                switch (pieces.take()) {
                    case Piece.Next<T>(List<T> items) -> items.forEach(work);
                    case Piece.End<T> end -> {
                        return;
                    }
                    case Piece.Failure<T>(RuntimeException cause) -> throw cause;
                    case Piece.Failure<T>(Throwable cause) -> throw new IllegalStateException(cause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading ahead", e);
        }
    }

    private void read(Reading<T> reading) {
        try {
            reading.forEach(this::fill);
            put(new Piece.Next<>(filling));
            put(new Piece.End<>());
        } catch (CancellationException closing) {
            // Nobody waits for more; the transaction of the reading is rolled back.
        } catch (RuntimeException | Error e) {
            putUnlessClosed(new Piece.Failure<>(e));
        }
    }

    private void fill(T item) {
        filling.add(item);
        if (filling.size() == PIECE) {
            put(new Piece.Next<>(filling));
            filling = new ArrayList<>(PIECE);
        }
    }

    private void put(Piece<T> piece) {
        if (!putUnlessClosed(piece)) {
            throw new CancellationException();
        }
    }

    private boolean putUnlessClosed(Piece<T> piece) {
        try {
            if (!closed) {
                pieces.put(piece);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
        pieces.clear();
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
