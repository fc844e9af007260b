package timelinejs

import "strconv"

// fromVersion1 makes the document version 3. Members that version 3 does not have
// keep their names, so that nothing is lost.
func (d *document) fromVersion1(timeline *node) {
	root, title := object(), object()
	var extra []node
	for _, kid := range d.root.Kids {
		if kid.Name != "timeline" {
			extra = append(extra, kid)
		}
	}
	rest := object()
	for _, kid := range timeline.Kids {
		if kid.Name != "date" && kid.Name != "era" {
			rest.Kids = append(rest.Kids, kid)
		}
	}
	title.Line = timeline.Line
	d.slide1(&title, rest, "title")
	set(&root, "title", title)
	events := list()
	events.Line = timeline.Line
	for i, item := range kids(timeline.Member("date")) {
		slide := node{Kind: object().Kind, Line: item.Line}
		d.slide1(&slide, item, "date["+strconv.Itoa(i)+"]")
		events.Kids = append(events.Kids, slide)
	}
	if timeline.Member("date") != nil {
		set(&root, "events", events)
	}
	eras := list()
	for i, item := range kids(timeline.Member("era")) {
		era := node{Kind: object().Kind, Line: item.Line}
		d.slide1(&era, item, "era["+strconv.Itoa(i)+"]")
		eras.Kids = append(eras.Kids, era)
	}
	if len(eras.Kids) > 0 {
		set(&root, "eras", eras)
	}
	root.Kids = append(root.Kids, extra...)
	d.root = root
}

// slide1 moves the members of a version 1 slide to where version 3 has them.
func (d *document) slide1(slide *node, from node, path string) {
	if !isObject(&from) {
		return
	}
	for _, kid := range from.Kids {
		switch kid.Name {
		case "startDate", "endDate":
			name := map[string]string{"startDate": "start_date", "endDate": "end_date"}[kid.Name]
			s := str(&kid)
			date, why := clockDate(s)
			switch {
			case s == "":
			case why != "":
				d.note(kid.Line, path+"."+kid.Name, why)
				slide.Kids = append(slide.Kids, kid)
			default:
				date.Line = kid.Line
				set(slide, name, date)
			}
		case "headline", "text":
			set(within(slide, "text"), kid.Name, kid)
		case "tag":
			set(slide, "group", kid)
		case "asset":
			media := node{Kind: object().Kind, Line: kid.Line}
			for _, part := range kid.Kids {
				if part.Name == "media" {
					part.Name = "url"
				}
				media.Kids = append(media.Kids, part)
			}
			if isObject(&kid) {
				set(slide, "media", media)
			} else {
				slide.Kids = append(slide.Kids, kid)
			}
		default:
			slide.Kids = append(slide.Kids, kid)
		}
	}
}
