package org.plumbline.web.todo;

import java.util.List;
import org.plumbline.web.identity.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What waits for the person, as a page and for programs. */
@Controller
class ToDoPages {

  private final ToDo toDo;

  ToDoPages(ToDo toDo) {
    this.toDo = toDo;
  }

  @GetMapping("/to-do")
  String page(Viewer viewer, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("items", toDo.withDeadlines(viewer));
    return "to-do";
  }

  @GetMapping("/api/to-do")
  @ResponseBody
  List<ToDo.Item> list(Viewer viewer, @RequestParam(defaultValue = "false") boolean deadlines) {
    return deadlines ? toDo.withDeadlines(viewer) : toDo.of(viewer);
  }
}
