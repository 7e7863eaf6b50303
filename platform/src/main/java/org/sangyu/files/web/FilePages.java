package org.sangyu.files.web;

import java.nio.charset.StandardCharsets;
import org.sangyu.files.Downloads;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Files;
import org.sangyu.ui.UploadName;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Downloads: what the desk may not have is not there. */
@Controller
class FilePages {

    private final Downloads downloads;
    private final Files files;

    FilePages(Downloads downloads, Files files) {
        this.downloads = downloads;
        this.files = files;
    }

    /** Always saved, never shown inside our own pages: a file may come from anyone. */
    @GetMapping("/files/{sha256:[0-9a-f]{64}}")
    ResponseEntity<Resource> download(@PathVariable String sha256) {
        Files.Stored file = downloads
                .take(sha256, CurrentDesk.get().scope())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String disposition = ContentDisposition.attachment()
                .filename(UploadName.bare(file.name()), StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.bytes())
                .body(new InputStreamResource(() -> files.open(sha256)));
    }
}
