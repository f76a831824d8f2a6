import { mount } from './notes';
import './style.css';

mount(document, window.localStorage);
